import type { ReconcileEntity } from "./reconcile-service.ts";

export const PREVIEW_SIZE = { width: 400, height: 120 };

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

/** A small page about an entity, for a frame in another site's page: text only, nothing is loaded or run. */
export function previewPage(entity: ReconcileEntity | null): Response {
  const { name, type, description } = entity ?? { name: "Not found", type: "", description: "Nothing has this id." };
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escape(name)}</title>
<style>body { font: 14px/1.4 system-ui, sans-serif; margin: 12px } h1 { font-size: 16px; margin: 0 } p { margin: 4px 0 }</style>
<h1>${escape(name)}</h1>
<p>${escape(type)}</p>
<p>${escape(description ?? "")}</p>
</html>
`;
  return new Response(page, {
    status: entity === null ? 404 : 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "x-content-type-options": "nosniff",
    },
  });
}
