import { keptText } from "../../domain/text/kept-text.ts";
import { differenceTold, quoteDifference } from "../../domain/text/quote-difference.ts";
import { selectorFault } from "../../domain/text/quote-selector.ts";
import type { CitationInput } from "../../nouns/part/citation.ts";
import type { Entries } from "../read/entry.ts";
import { type Fault, faultAt, within } from "../fault.ts";
import { citationsIn } from "../read/reference.ts";

/** How a citation has the words of a quotation in another way. */
function difference({ text, citations }: Entries["statements"][number]["value"]): string {
  for (const { exact } of citations) {
    if (exact == null) continue;
    if (keptText(exact).includes(text)) return ": a citation has more words than these";
    const found = quoteDifference(keptText(exact), text);
    if (found !== null) return `: in a citation, ${differenceTold(found)}`;
  }
  return "";
}

/** Quotations that are not what their citations say, and selectors that the texts at hand do not bear out. */
export function quotationFaults(entries: Entries, textOf: (article: string) => string | undefined): Fault[] {
  const faults: Fault[] = [];
  for (const { value, place } of entries.statements) {
    // The text is as texts are kept, the citation as printed.
    const isText = ({ exact }: CitationInput) => exact != null && keptText(exact) === value.text;
    if (value.form === "QUOTE" && !value.citations.some(isText)) {
      faults.push(
        faultAt(
          within(place, "text"),
          `the text of a QUOTE is, letter for letter, the exact words of one of its citations${difference(value)}`,
        ),
      );
    }
  }
  for (const { citation, place } of citationsIn(entries)) {
    const text = textOf(citation.article);
    if (text === undefined || citation.exact == null) continue;
    const { exact, prefix = null, suffix = null, start = null } = citation;
    const fault = selectorFault(text, { exact, prefix, suffix, start });
    if (fault !== null) faults.push(faultAt(within(place, "exact"), `${citation.article}: ${fault}`));
  }
  return faults;
}
