/** What D1 gives a function in production (https://developers.cloudflare.com/d1/platform/limits/). Locally it takes 127. */
export const MOST_ARGUMENTS = 32;

/** The arguments of the function that has the most of those that a statement calls. */
export function mostArguments(sql: string): number {
  const open: { parts: number; isCall: boolean }[] = [];
  let most = 0;
  for (const token of sql.match(/'[^']*'|"[^"]*"|\w*\(|[,)]/g) ?? []) {
    const last = open.at(-1);
    if (token.endsWith("(")) open.push({ parts: 1, isCall: token.length > 1 });
    else if (token === "," && last !== undefined) last.parts += 1;
    else if (token === ")" && open.pop()?.isCall === true) most = Math.max(most, last!.parts);
  }
  return most;
}
