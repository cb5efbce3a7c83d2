import { indexText } from "./index-text.ts";

export function nameTerms(name: string): string[] {
  const { words, pairs } = indexText([name]);
  return [words, pairs].filter((one) => one !== null);
}

export function nameExpression(name: string): { words: string | null; trigrams: string | null } {
  const words = nameTerms(name)
    .join(" ")
    .split(" ")
    .filter((one) => one !== "");
  const key = words.join(" ");
  const trigrams = [...key]
    .map((_, at) => [...key].slice(at, at + 3).join(""))
    .filter((one) => one.length === 3)
    .slice(0, 60);
  const any = (all: string[]) => (all.length === 0 ? null : all.map((one) => `"${one}"`).join(" OR "));
  return { words: any(words), trigrams: any(trigrams) };
}
