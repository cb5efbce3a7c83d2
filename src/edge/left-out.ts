/**
 * Stands in the Worker for modules that Yoga imports and never calls ([alias] in wrangler.toml). Should
 * it come to call one, the request fails, and `test/web/graphiql.test.ts`, which asks the bundled Worker, with it.
 */
export { leftOut as LRUCache };

export default { replace: leftOut };

function leftOut(): never {
  throw new Error("Yoga called what [alias] in wrangler.toml leaves out of the Worker");
}
