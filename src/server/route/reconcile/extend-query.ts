import { type Day, dayFault } from "../../../domain/time/day.ts";
import { certainties, type Certainty, valuesOf } from "../../../domain/vocabulary.ts";
import { HttpRefusal } from "../../http/http-refusal.ts";
import { isObject } from "../../http/json.ts";
import { parseJson } from "./parameters.ts";
import type { AskedColumn, Extending } from "../../../domain/reconcile/extension.ts";

export const MOST_IDS = 50;
const MOST_PROPERTIES = 20;

/**
 * A data extension query. What is no id of ours stays in it, and has no values.
 * @throws HttpRefusal for what is no such query, is too large, or has a setting that is not understood
 */
export function readExtension(text: string, today: Day): Extending {
  const { ids, properties } = objectOf(parseJson(text, notAnExtension));
  if (!Array.isArray(ids) || !Array.isArray(properties)) throw notAnExtension();
  checkCount(ids, "ids", MOST_IDS);
  checkCount(properties, "properties", MOST_PROPERTIES);
  const columns = properties.map((property: unknown) => readColumn(property, today));
  const byId = new Map(columns.map((column) => [column.id, column]));
  for (const { id, asOf, certainty } of columns) {
    const last = byId.get(id)!;
    if (last.asOf === asOf && last.certainty === certainty) continue;
    throw new HttpRefusal(
      400,
      `The property ${told(id)} is asked for with different settings: ask for one of them at a time`,
    );
  }
  const known = ids.filter((id) => ["string", "number"].includes(typeof id));
  return { ids: [...new Set(known.map(String))], properties: [...byId.values()] };
}

function readColumn(property: unknown, today: Day): AskedColumn {
  const { id, settings } = isObject(property) ? property : { id: property, settings: null };
  if (typeof id !== "string" || id === "") throw notAnExtension();
  const { asOf, certainty, ...others } = isObject(settings) ? settings : {};
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new HttpRefusal(
      400,
      `The setting ${told(unknown)} of ${told(id)} is not known: there are "asOf" and "certainty"`,
    );
  }
  return { id, asOf: readDay(id, asOf, today), certainty: readCertainty(id, certainty) };
}

function readDay(id: string, value: unknown, today: Day): Day {
  const day = typeof value === "string" ? value.trim() : (value ?? "");
  if (day === "") return today;
  const fault = dayFault(day);
  if (fault !== null) throw new HttpRefusal(400, `The setting "asOf" of ${told(id)} is ${told(day)}: ${fault}`);
  return day as Day;
}

function readCertainty(id: string, value: unknown): Certainty {
  if (value == null || value === "") return "POSSIBLE";
  const known = valuesOf(certainties);
  const found = known.find((one) => one === value);
  if (found === undefined) {
    throw new HttpRefusal(400, `The setting "certainty" of ${told(id)} is ${told(value)}: give ${known.join(" or ")}`);
  }
  return found;
}

function checkCount(list: readonly unknown[], name: string, most: number): void {
  if (list.length > most)
    throw new HttpRefusal(413, `The query has ${list.length} ${name}: send at most ${most} at once`);
}

function objectOf(value: unknown): Record<string, unknown> {
  if (!isObject(value)) throw notAnExtension();
  return value;
}

function told(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}

function notAnExtension(): HttpRefusal {
  return new HttpRefusal(
    400,
    `The parameter "extend" is no query: give JSON such as {"ids": ["…"], "properties": [{"id": "alliances"}]}`,
  );
}
