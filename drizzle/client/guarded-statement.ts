/** What sends a statement and gives all that D1 says of it. */
interface Sender {
  all: (statement: GuardedStatement) => Promise<D1Result<Record<string, unknown>>>;
}

/** A statement of a `GuardedClient`. */
export class GuardedStatement {
  readonly #sender: Sender;
  readonly text: string;
  readonly statement: D1PreparedStatement;

  constructor(sender: Sender, text: string, statement: D1PreparedStatement) {
    this.#sender = sender;
    this.text = text;
    this.statement = statement;
  }

  bind(...values: unknown[]): GuardedStatement {
    return new GuardedStatement(this.#sender, this.text, this.statement.bind(...values));
  }

  all(): Promise<D1Result<Record<string, unknown>>> {
    return this.#sender.all(this);
  }

  run(): Promise<D1Result<Record<string, unknown>>> {
    return this.all();
  }

  async first(column?: string): Promise<unknown> {
    const [row] = (await this.all()).results;
    return (column === undefined ? row : row?.[column]) ?? null;
  }

  /** D1's own says nothing of what was read. Here no two columns of a statement may have the same name. */
  async raw(): Promise<unknown[][]> {
    return (await this.all()).results.map((row) => Object.values(row));
  }
}
