import { cpSync, existsSync, globSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { loadDataset } from "../../cli/command/load.ts";
import { migrate } from "../../cli/local/migrate.ts";
import { fill, type Filling } from "./fill.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** What there is besides the data set: nothing, so many generated statements, or so many memberships of generated treaties. */
export type Size = "shipped" | number | `memberships-${number}`;

function fillingOf(size: Exclude<Size, "shipped">): Filling {
  return typeof size === "number"
    ? { statements: size, memberships: 0 }
    : { statements: 0, memberships: Number(size.split("-")[1]) };
}

/** A local D1, as of `wrangler dev --persist-to`, and its file. */
export interface Data {
  size: Size | "given";
  persistTo: string;
  file: string;
}

/** The database of a size in a folder, which is made where it is not there yet. */
export async function databaseOf(folder: string, size: Size): Promise<Data> {
  const persistTo = join(folder, String(size));
  if (!existsSync(persistTo)) {
    const unfinished = `${persistTo}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    if (size === "shipped") {
      const result = await loadDataset({ persistTo: unfinished, quiet: true });
      if (result?.outcome !== "applied") throw new Error("the data set could not be loaded: npm run load says why");
      inOneFile(fileIn(unfinished));
    } else {
      cpSync((await databaseOf(folder, "shipped")).persistTo, unfinished, { recursive: true });
      const database = new DatabaseSync(fileIn(unfinished));
      await fill(database, fillingOf(size));
      database.close();
    }
    renameSync(unfinished, persistTo);
  }
  return { size, persistTo, file: fileIn(persistTo) };
}

/** A copy of what somebody has filled, of which this version takes the newest migrations. */
export async function givenDatabase(folder: string): Promise<Data> {
  const persistTo = temporaryFolder("given");
  cpSync(folder, persistTo, { recursive: true });
  await migrate(persistTo);
  inOneFile(fileIn(persistTo));
  return { size: "given", persistTo, file: fileIn(persistTo) };
}

/** Of two servers that use one local database, SQLite refuses one. */
export function copyOf({ size, persistTo }: Data, folder: string): Data {
  cpSync(persistTo, folder, { recursive: true });
  return { size, persistTo: folder, file: fileIn(folder) };
}

/** How many statements a database holds. */
export function statementsIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const { count } = database.prepare("select count from row_counts where name = 'statements'").get() as {
    count: number;
  };
  database.close();
  return count;
}

function inOneFile(file: string): void {
  const database = new DatabaseSync(file);
  database.exec("pragma wal_checkpoint(truncate)");
  database.close();
}

function fileIn(persistTo: string): string {
  const [file] = globSync(join(persistTo, "v3/d1/miniflare-D1DatabaseObject/*.sqlite")).filter(
    (name) => !name.endsWith("metadata.sqlite"),
  );
  if (file === undefined) throw new Error(`${persistTo} holds no D1`);
  return file;
}
