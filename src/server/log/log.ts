/** Writes one line of JSON to the Worker's log. Never give it what a user has sent. */
export function log(line: object): void {
  // oxlint-disable-next-line no-console -- the Workers runtime collects logs from the console
  console.log(JSON.stringify(line));
}
