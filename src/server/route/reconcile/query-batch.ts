import { type EntityType, entityTypes, typesNamed } from "../../../domain/reconcile/entity-type.ts";
import type { AskedProperty, AskedValue, Question } from "../../../domain/reconcile/question.ts";
import { HttpRefusal } from "../../http/http-refusal.ts";
import { isObject } from "../../http/json.ts";
import { parseJson } from "./parameters.ts";
import { LONGEST_NAME } from "./service.ts";

export const MOST_QUERIES = 20;
/** So many values of properties of one query are looked at. */
const MOST_VALUES = 25;
const USUAL_LIMIT = 5;
const LARGEST_LIMIT = 100;

/**
 * The questions of a batch, by the keys that their answers go under. What cannot be read in one of them is not asked for: no query
 * fails those beside it.
 * @throws HttpRefusal for what is no batch, or one of too many queries
 */
export function readBatch(text: string): [string, Question][] {
  const batch = parseJson(text, notABatch);
  if (!isObject(batch)) throw notABatch();
  const entries = Object.entries(batch);
  if (entries.length > MOST_QUERIES) {
    throw new HttpRefusal(413, `The batch has ${entries.length} queries: send at most ${MOST_QUERIES} at once`);
  }
  return entries.map(([key, query]) => [key, readQuestion(query)]);
}

/** The question of a request for one name, as clients of version 0.1 send it: the name itself, or a query. */
export function readSingle(parameters: URLSearchParams, text: string): Question {
  if (text.trim().startsWith("{")) return readQuestion(parseJson(text, notAQuery));
  const [type, limit] = [parameters.get("type"), parameters.get("limit")];
  return readQuestion({ query: text, type, limit, type_strict: parameters.get("type_strict") });
}

function readQuestion(value: unknown): Question {
  const { query, type, type_strict: strictness, limit, properties } = isObject(value) ? value : {};
  // A cell longer than any name has no match; to refuse it would fail its whole batch in OpenRefine.
  const isName = typeof query === "string" && query.trim() !== "" && query.length <= LONGEST_NAME;
  return {
    name: isName ? query : null,
    types: readTypes(type, strictness),
    limit: readLimit(limit),
    // Where there is a name that is none, the properties alone say too little of what was meant.
    properties: isName || query === undefined || query === null || query === "" ? readProperties(properties) : [],
  };
}

/** The types that any, or with the strictness "all" every one, of those asked for stands for. */
export function readTypes(type: unknown, strictness: unknown = "any"): readonly EntityType[] {
  const asked = [type].flat().filter((one) => one != null && one !== "");
  if (asked.length === 0) return entityTypes;
  const named = asked.map((one) => typesNamed(nameOf(one)));
  const isAsked = (known: EntityType) => {
    const among = (types: readonly EntityType[]) => types.includes(known);
    return strictness === "all" ? named.every(among) : named.some(among);
  };
  return entityTypes.filter(isAsked);
}

// OpenRefine sends an id, or several; some clients send {"id": …}.
function nameOf(type: unknown): string {
  const name = isObject(type) ? (type["id"] ?? type["name"]) : type;
  return typeof name === "string" ? name : "";
}

function readLimit(limit: unknown): number {
  const number = typeof limit === "string" && /^\s*\d+\s*$/.test(limit) ? Number(limit) : limit;
  return typeof number === "number" && number >= 1 ? Math.min(Math.floor(number), LARGEST_LIMIT) : USUAL_LIMIT;
}

function readProperties(properties: unknown): AskedProperty[] {
  let left = MOST_VALUES;
  return (Array.isArray(properties) ? properties : []).flatMap((property: unknown): AskedProperty[] => {
    const { pid, p = null, v } = isObject(property) ? property : {};
    const name = pid ?? p;
    const values = [v].flat(2).flatMap(readValue).slice(0, left);
    left -= values.length;
    return typeof name !== "string" || values.length === 0 ? [] : [{ name, values }];
  });
}

function readValue(value: unknown): AskedValue[] {
  const { id, name } = isObject(value) ? value : { id: null, name: value };
  const read = { id: textOf(id), text: textOf(name) };
  return read.id === null && read.text === null ? [] : [read];
}

function textOf(value: unknown): string | null {
  if (!["string", "number", "boolean"].includes(typeof value)) return null;
  const text = String(value).trim();
  return text === "" || text.length > LONGEST_NAME ? null : text;
}

function notABatch(): HttpRefusal {
  return new HttpRefusal(
    400,
    `The parameter "queries" is no batch: give a JSON object of queries, such as {"q0": {"query": "Japan"}}`,
  );
}

function notAQuery(): HttpRefusal {
  return new HttpRefusal(400, `The parameter "query" is no query: give a name, or JSON such as {"query": "Japan"}`);
}
