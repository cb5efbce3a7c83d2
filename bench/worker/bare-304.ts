/** A 304 after one row of D1: the newest revision. */
export default {
  async fetch(_: Request, { DB }: { DB: D1Database }): Promise<Response> {
    const [row] = await DB.prepare("select max(number) from revisions").raw<[number]>();
    return new Response(null, { status: 304, headers: { etag: `"${row![0]}"` } });
  },
};
