import { archigosQueries, readArchigos } from "../archigos/archigos.ts";
import { readCow } from "../cow/cow.ts";
import { COW_PUBLISHER, cowSightings } from "../cow/cow-state.ts";
import type { Destination } from "../destination/destination.ts";
import { knownActors, knownTo } from "../known.ts";
import { Manytreaties } from "../manytreaties/manytreaties.ts";
import { readEntries } from "../native/entry-lines.ts";
import { readNative } from "../native/native.ts";
import { readTables } from "../native/read-tables.ts";
import { tableNamed } from "../native/table-name.ts";
import { numberedSlugs, popoloQueries, readPopolo } from "../popolo/popolo.ts";
import { PopoloData } from "../popolo/popolo-data.ts";
import { popoloFile } from "../popolo/popolo-file.ts";
import { csvHeader, csvRows } from "./csv-rows.ts";
import { jsonFile } from "./json-file.ts";
import { isRefusal, lists, type Piece, type Read, type Refusal } from "./piece.ts";
import { listOf } from "./role.ts";
import type { Source, SourceFile } from "./source.ts";
import type { TableRow } from "./table-row.ts";

/** The contents of a source: the pieces that can be applied, and what is refused before that. */
export interface Reading {
  /** The same pieces each time, made anew: there may be very many. */
  pieces: () => Iterable<Piece>;
  refusals: Refusal[];
}

type Known = Pick<Destination, "actors">;

const readers: Record<Source["format"], (files: readonly SourceFile[], known: Known) => Promise<Reading>> = {
  async native(files) {
    const documents = ofRole(files, "changeset").map((one) => jsonFile(one.path, one));
    const tableFiles = ofRole(files, "table").map((one) => ({
      ...one,
      table: tableOf(one),
      rows: csvRows(one.path, one),
    }));
    const whole = sorted([...readNative(documents), ...readTables(tableFiles)]);
    const entryFiles = ofRole(files, "entries").map((one) => ({ ...one, list: listOf(one.path)! }));
    if (entryFiles.length === 0) return whole;
    const refusals = [...whole.refusals];
    for (const list of lists) refusals.push(...readEntries(entryFiles, list).filter(isRefusal));
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
    const data = new PopoloData(files.flatMap((one) => [...popoloFile(one.path, one)]));
    const known = await knownActors(destination, popoloQueries(data));
    const asked = new Set<string>();
    for (;;) {
      const reads = [...readPopolo(data, known)];
      // A namesake's slug may be that of somebody whom no query found.
      const slugs = numberedSlugs(reads).filter((slug) => !asked.has(slug));
      if (slugs.length === 0) return sorted([...data.refusals, ...reads]);
      for (const slug of slugs) asked.add(slug);
      known.push(...(await destination.actors({ slugs })));
    }
  },

  async cow(files, destination) {
    const refusals: Refusal[] = [];
    const [members, states] = (["cowMembers", "cowStates"] as const).map((role) => [...rowsOf(files, role, refusals)]);
    const tables = { members: members!, states: states! };
    const known = await knownTo(destination, [COW_PUBLISHER, ...cowSightings(tables.members, tables.states)]);
    return sorted([...refusals, ...readCow(tables, known)]);
  },

  async manytreaties(files, destination) {
    const source = new Manytreaties();
    const refusals: Refusal[] = [];
    for (const role of ["agreements", "parties"] as const) {
      for (const row of rowsOf(files, role, refusals)) {
        const refusal = role === "agreements" ? source.agreement(row) : source.party(row);
        if (refusal !== null) refusals.push(refusal);
      }
    }
    const known = await knownTo(destination, source.sightings());
    return { pieces: () => source.pieces(known), refusals };
  },

  async archigos(files, destination) {
    const refusals: Refusal[] = [];
    const rows = [...rowsOf(files, "leaders", refusals)];
    const known = await knownActors(destination, archigosQueries(rows));
    return sorted([...refusals, ...readArchigos(rows, known)]);
  },
};

export async function readSource({ format, files, refusals }: Source, destination: Known): Promise<Reading> {
  const reading = await readers[format](files, destination);
  return { ...reading, refusals: [...refusals, ...reading.refusals] };
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

function ofRole(files: readonly SourceFile[], role: SourceFile["role"]): SourceFile[] {
  return files.filter((one) => one.role === role);
}

function tableOf(file: SourceFile): string {
  return tableNamed(file.path, csvHeader(file.path, file)?.keys ?? [])!;
}

/** The rows of the tables of a role; what is none is refused. */
function* rowsOf(files: readonly SourceFile[], role: SourceFile["role"], refusals: Refusal[]): Generator<TableRow> {
  for (const one of ofRole(files, role)) {
    for (const row of csvRows(one.path, one)) {
      if ("reason" in row) refusals.push(row);
      else yield row;
    }
  }
}
