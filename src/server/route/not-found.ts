/** The answer where there is nothing: which paths there are. */
export function notFound(): Response {
  return new Response(
    "Nothing is here. The API is at /graphql, GraphiQL at /graphiql, all data under /export/, the state of the service at /health.\n",
    {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
    },
  );
}
