/** On a narrow screen the panel and the editors do not fit side by side. Keep in step with graphiql.css. */
export function isNarrow(): boolean {
  return matchMedia("(max-width: 760px)").matches;
}
