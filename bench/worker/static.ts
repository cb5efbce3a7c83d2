/** Nothing but HTTP: an answer of the usual size that is always the same. */
const ANSWER = JSON.stringify({ data: { text: "x".repeat(6900) } });
const HEADERS = { "content-type": "application/json; charset=utf-8" };

export default {
  async fetch(request: Request): Promise<Response> {
    await request.text();
    return new Response(ANSWER, { headers: HEADERS });
  },
};
