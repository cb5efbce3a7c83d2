import { readFileSync } from "node:fs";
import { readCow } from "../cow/cow.ts";
import { COW_PUBLISHER, cowSightings } from "../cow/cow-state.ts";
import { csvRows } from "./csv-rows.ts";
import type { Destination } from "../destination/destination.ts";
import { readEntries } from "../native/entry-lines.ts";
import type { JsonFile } from "../native/json-line.ts";
import { knownActors, knownTo } from "../known.ts";
import { Manytreaties } from "../manytreaties/manytreaties.ts";
import { readNative } from "../native/native.ts";
import { isRefusal, lists, type Piece, type Read, type Refusal } from "./piece.ts";
import { popoloQuery, readPopolo } from "../popolo/popolo.ts";
import { listOf, type Source, type SourceFile } from "./source.ts";
import type { TableRow } from "./table-row.ts";

/** What a source says: what can be applied, and what is refused before that. */
export interface Reading {
  /** The same pieces each time, made anew: there may be very many. */
  pieces: () => Iterable<Piece>;
  refusals: Refusal[];
}

type Known = Pick<Destination, "actors">;

const readers: Record<Source["format"], (files: readonly SourceFile[], known: Known) => Promise<Reading>> = {
  async native(files) {
    const documents = files.filter(({ role }) => role === "changeset").map(jsonFile);
    const whole = sorted(readNative(documents));
    const entryFiles = files.flatMap(({ path, file }) => {
      const list = listOf(path);
      return list === undefined ? [] : [{ path, file, list }];
    });
    if (entryFiles.length === 0) return whole;
    const refusals = [...whole.refusals];
    for (const list of lists) refusals.push(...Iterator.from(readEntries(entryFiles, list)).filter(isRefusal));
    return {
      refusals,
      *pieces() {
        for (const list of lists) {
          for (const piece of whole.pieces()) if (piece.list === list) yield piece;
          for (const read of readEntries(entryFiles, list)) if (!isRefusal(read)) yield read;
        }
      },
    };
  },

  async popolo(files, destination) {
    const reads: Read[] = [];
    for (const file of files.map(jsonFile)) {
      const known = await knownActors(destination, popoloQuery(file));
      const before = reads.filter((read): read is Piece => !isRefusal(read) && read.list === "actors");
      reads.push(...readPopolo(file, known, before));
    }
    return sorted(reads);
  },

  async cow(files, destination) {
    const members = await tableOf(files, "cowMembers");
    const states = await tableOf(files, "cowStates");
    const known = await knownTo(destination, [COW_PUBLISHER, ...cowSightings(members, states)]);
    return sorted(readCow({ members, states }, known));
  },

  async manytreaties(files, destination) {
    const source = new Manytreaties();
    const refusals: Refusal[] = [];
    for (const role of ["agreements", "parties"] as const) {
      for await (const row of rowsOf(files, role)) {
        const refusal = role === "agreements" ? source.agreement(row) : source.party(row);
        if (refusal !== null) refusals.push(refusal);
      }
    }
    const known = await knownTo(destination, source.sightings());
    return { pieces: () => source.pieces(known), refusals };
  },
};

export function readSource({ format, files }: Source, destination: Known): Promise<Reading> {
  return readers[format](files, destination);
}

function sorted(reads: Iterable<Read>): Reading {
  const pieces: Piece[] = [];
  const refusals: Refusal[] = [];
  for (const read of reads) {
    if (isRefusal(read)) refusals.push(read);
    else pieces.push(read);
  }
  return { pieces: () => pieces, refusals };
}

async function* rowsOf(files: readonly SourceFile[], role: SourceFile["role"]): AsyncGenerator<TableRow> {
  for (const { path, file } of files.filter((one) => one.role === role)) yield* csvRows(path, file);
}

async function tableOf(files: readonly SourceFile[], role: SourceFile["role"]): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of rowsOf(files, role)) rows.push(row);
  return rows;
}

function jsonFile({ path, file }: SourceFile): JsonFile {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  return { file, text, json: JSON.parse(text) as unknown };
}
