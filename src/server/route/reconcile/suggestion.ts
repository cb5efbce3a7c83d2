import { typesTold } from "../../../domain/reconcile/entity-type.ts";
import { HttpRefusal } from "../../http/http-refusal.ts";
import { typed } from "./manifest.ts";
import { wholeNumber } from "./parameters.ts";
import { readTypes } from "./query-batch.ts";
import { LONGEST_NAME, type ReconcileProperty, type ReconcileService } from "./service.ts";

const LIMIT = { usual: 10, least: 1, most: 100 };
const CURSOR = { usual: 0, least: 0, most: Number.MAX_SAFE_INTEGER };

interface Told {
  id: string;
  name: string;
  description: string;
}

/** Entities that the prefix may be the beginning of. */
export async function suggestEntities(service: ReconcileService, parameters: URLSearchParams): Promise<object> {
  const { prefix, skip, limit } = readSuggesting(parameters);
  const types = readTypes(parameters.getAll("type"), parameters.get("type_strict"));
  const found = await service.suggest({ prefix, types, skip, limit });
  return {
    result: found.map(({ id, name, type, description }) => ({
      id,
      name,
      ...(description === null ? {} : { description }),
      notable: [typed(type)],
    })),
  };
}

/** Types that the prefix may be the beginning of. */
export function suggestTypes(parameters: URLSearchParams): object {
  return suggestAmong(typesTold, parameters);
}

/** Properties that the prefix may be the beginning of; of some types, where those are given. */
export async function suggestProperties(service: ReconcileService, parameters: URLSearchParams): Promise<object> {
  return suggestAmong(propertiesOf(await service.properties(), parameters), parameters);
}

/** The properties that can be asked of entities of a type; of all, where none is given. */
export async function proposeProperties(service: ReconcileService, parameters: URLSearchParams): Promise<object> {
  const all = propertiesOf(await service.properties(), parameters);
  const limit = wholeNumber(parameters, "limit", { ...LIMIT, usual: LIMIT.most });
  return {
    type: parameters.get("type") ?? "",
    ...(parameters.has("limit") ? { limit } : {}),
    properties: all.slice(0, limit).map(({ id, name }) => ({ id, name })),
  };
}

function propertiesOf(properties: readonly ReconcileProperty[], parameters: URLSearchParams): ReconcileProperty[] {
  const types = readTypes(parameters.getAll("type"));
  return properties.filter(({ on }) => types.some((type) => on[type] !== undefined));
}

/** What has the prefix as the beginning of its id, its name or a word of that: those that begin with it stand first. */
function suggestAmong(all: readonly Told[], parameters: URLSearchParams): object {
  const { prefix, skip, limit } = readSuggesting(parameters);
  const sought = prefix.trim().toLowerCase();
  const place = ({ id, name }: Told) => {
    const texts = [id, name].map((text) => text.toLowerCase());
    if (texts.some((text) => text.startsWith(sought))) return 0;
    return texts.some((text) => text.includes(` ${sought}`)) ? 1 : 2;
  };
  const found = all.filter((one) => place(one) < 2).toSorted((one, other) => place(one) - place(other));
  return { result: found.slice(skip, skip + limit).map(({ id, name, description }) => ({ id, name, description })) };
}

function readSuggesting(parameters: URLSearchParams) {
  const prefix = parameters.get("prefix") ?? "";
  if (prefix.length > LONGEST_NAME) {
    throw new HttpRefusal(400, `The parameter "prefix" is too long: give at most ${LONGEST_NAME} characters`);
  }
  return { prefix, skip: wholeNumber(parameters, "cursor", CURSOR), limit: wholeNumber(parameters, "limit", LIMIT) };
}
