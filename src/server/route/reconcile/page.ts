import type { Entity } from "../../../domain/reconcile/entity.ts";
import type { Day } from "../../../domain/time/day.ts";
import type { Cell, Extension } from "../../../domain/reconcile/extension.ts";

export const PREVIEW_SIZE = { width: 400, height: 120 };

/** Nothing is loaded or run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

type Shown = Pick<Entity, "name" | "description"> & { type: string };

const NOTHING: Shown = { name: "Not found", type: "", description: "Nothing has this id." };

/** A few lines about what is suggested, as a part of another site's page: text only. */
export function flyout({ name, type, description }: Shown): string {
  return `<h1>${escape(name)}</h1>\n<p>${escape(type)}</p>\n<p>${escape(description ?? "")}</p>\n`;
}

/** The flyout of what there is not. */
export const flyoutOfNothing = flyout(NOTHING);

/** A small page about an entity, for a frame in another site's page: text only. */
export function previewPage(entity: Shown | null): Response {
  return page(entity, flyout(entity ?? NOTHING), POLICY);
}

/** A page with all that is known of an entity on a day. It links to the pages of others, and is in no frame. */
export function viewPage(
  entity: Shown | null,
  day: Day,
  { columns, rows }: Extension,
  addressOf: (id: string) => string,
): Response {
  const cells = [...rows.values()][0] ?? [];
  const lines = columns.map(({ name }, at) => row(name, cells[at]!, addressOf));
  const table = entity === null ? "" : `<p>On ${escape(day)}:</p>\n<table>\n${lines.join("")}</table>\n`;
  return page(entity, `${flyout(entity ?? NOTHING)}${table}`, `${POLICY}; frame-ancestors 'none'`);
}

function row(name: string, cells: readonly Cell[], addressOf: (id: string) => string): string {
  if (cells.length === 0) return "";
  const shown = cells.map((cell) =>
    typeof cell === "string" ? escape(cell) : `<a href="${escape(addressOf(cell.id))}">${escape(cell.name)}</a>`,
  );
  return `<tr><th scope="row">${escape(name)}</th><td>${shown.join("<br>")}</td></tr>\n`;
}

function page(entity: Shown | null, body: string, policy: string): Response {
  const text = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape((entity ?? NOTHING).name)}</title>
<style>body { font: 14px/1.4 system-ui, sans-serif; margin: 12px } h1 { font-size: 16px; margin: 0 } p { margin: 4px 0 } th { text-align: left; vertical-align: top; padding-right: 12px }</style>
${body}</html>
`;
  return new Response(text, {
    status: entity === null ? 404 : 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
    },
  });
}
