import { type Schema, Validator } from "@cfworker/json-schema";
import { expect } from "vitest";

/**
 * What each answer of a reconciliation service has to be, written from the text of the specification 0.2. It is stricter than that
 * where we know better: no field is there that nobody reads.
 */

const text: Schema = { type: "string", minLength: 1 };
const url: Schema = { type: "string", format: "uri", pattern: "^https?://" };

function object(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

const list = (items: Schema): Schema => ({ type: "array", items });
const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });

/** A template that an id is put into. */
const template = (hole: string): Schema => ({ type: "string", pattern: hole.replace(/[{}$]/g, "\\$&") });

const type = object({ id: text, name: text });
const suggestService = object({
  service_url: url,
  service_path: { type: "string", pattern: "^/" },
  flyout_service_url: url,
  flyout_service_path: template("${id}"),
});

const anyText: Schema = { type: "string" };
const setting = { name: text, label: text, help_text: anyText, default: anyText };

const manifest = object(
  {
    versions: { type: "array", items: { type: "string" }, contains: { const: "0.2" } },
    name: text,
    identifierSpace: url,
    schemaSpace: url,
    defaultTypes: { ...list(object({ id: text, name: text }, { broader: list(type) })), uniqueItems: true },
    view: object({ url: template("{{id}}") }),
    preview: object({ url: template("{{id}}"), width: { type: "integer" }, height: { type: "integer" } }),
    suggest: object({ entity: suggestService, type: suggestService, property: suggestService }),
    extend: object({
      propose_properties: object({ service_url: url, service_path: { type: "string", pattern: "^/" } }),
      property_settings: list({
        oneOf: [
          object({ ...setting, type: { const: "text" } }),
          object({ ...setting, type: { const: "select" }, choices: list(object({ value: text, name: text })) }),
        ],
      }),
    }),
    batchSize: { type: "integer", minimum: 1 },
  },
  {},
);

const candidate = object({
  id: text,
  name: text,
  type: list(type),
  score: { type: "number", minimum: 0, maximum: 100 },
  match: { type: "boolean" },
});
const result = object({ result: list(candidate) });

const suggested = { id: text, name: text };
const description = { description: anyText };

const value: Schema = { oneOf: [object({ str: anyText }), object({ id: text, name: text })] };

/** By what is asked for. */
export const answerSchemas = {
  manifest,
  matches: mapOf(result),
  "matches of one query": result,
  "suggested entities": object({ result: list(object({ ...suggested, notable: list(type) }, description)) }),
  "suggested types": object({ result: list(object(suggested, description)) }),
  "suggested properties": object({ result: list(object(suggested, description)) }),
  flyout: object({ id: anyText, html: text }),
  "proposed properties": object({ type: anyText, properties: list(object(suggested)) }, { limit: { type: "integer" } }),
  extension: object({ meta: list(object(suggested, { type })), rows: mapOf(mapOf(list(value))) }),
} as const satisfies Record<string, Schema>;

/** Fails where an answer is not what the specification has, and says where. */
export function expectAnswer(sort: keyof typeof answerSchemas, answer: unknown): void {
  const { errors } = new Validator(answerSchemas[sort], "2020-12", false).validate(answer);
  expect(errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`)).toEqual([]);
}
