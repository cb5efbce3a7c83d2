/** Names that are told apart: the second of a kind gets a number, and so on. */
export class Apart {
  readonly #taken: Set<string>;
  /** The last number of each: counting from 2 again for each of many namesakes would take time that grows with their square. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The name itself, or with a number where it is taken. */
  name(base: string, separator: string): string {
    let number = this.#numbers.get(base) ?? 0;
    let name: string;
    do {
      number += 1;
      name = number === 1 ? base : `${base}${separator}${number}`;
    } while (this.#taken.has(name));
    this.#numbers.set(base, number);
    this.#taken.add(name);
    return name;
  }
}
