import type { Assets } from "../document/trusted-document.ts";

/**
 * GET /documents/…: a trusted document, or the manifest of all. They are static files, which are served without the Worker as
 * a rule; but then a page elsewhere could not ask for them with a header of its own, since no preflight is answered.
 */
export async function documentFile(request: Request, assets: Assets): Promise<Response> {
  const found = await assets.fetch(request.url, { headers: request.headers });
  if (found.status !== 404) {
    const document = new Response(found.body, found);
    // That of pages, which run something.
    document.headers.delete("content-security-policy");
    return document;
  }
  return new Response("There is no such document: /documents/manifest.json lists those that there are.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
