/** What a process that serves over Node says to the one that has started it, and when it ends. */
import type { Recorded } from "./database.ts";

export interface Message {
  origin?: string;
  recorded?: Recorded[];
}

/** Tells where it listens, and answers what was asked of the database since it was asked last. */
export function serving(port: number, recorded: () => Recorded[]): void {
  const tell = (message: Message) => process.send!(message);
  process.on("message", () => tell({ recorded: recorded() }));
  process.once("disconnect", () => process.exit());
  tell({ origin: `http://127.0.0.1:${port}` });
}
