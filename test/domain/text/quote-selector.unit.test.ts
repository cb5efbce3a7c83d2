import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QuoteSelector, selectorFault } from "../../../src/domain/text/quote-selector.ts";

const TEXT = "Japan and Australia sign. 😀 Japan and the United Kingdom sign.";
const fault = (selector: Partial<QuoteSelector>) =>
  selectorFault(TEXT, { exact: "Japan", prefix: null, suffix: null, start: null, ...selector });

describe("a selector without a start", () => {
  it("fits where its three texts stand together once", () => {
    expect(fault({ exact: "Australia" })).toBeNull();
    expect(fault({ suffix: " and Australia" })).toBeNull();
    expect(fault({ prefix: "😀 " })).toBeNull();
    expect(fault({ prefix: "😀 ", suffix: " and the" })).toBeNull();
  });

  it("does not where they stand there never, or several times", () => {
    expect(fault({ exact: "France" })).toBe("the text does not have it");
    expect(fault({ prefix: "😀 ", suffix: " and Australia" })).toBe("the text does not have it");
    expect(fault({})).toBe("the text has it 2 times: give its start");
  });

  it("counts places that overlap", () => {
    const said = "He said no, no, no.";
    expect(selectorFault(said, { exact: "no, no", prefix: null, suffix: null, start: null })).toBe(
      "the text has it 2 times: give its start",
    );
    expect(selectorFault(said, { exact: "no, no", prefix: null, suffix: ".", start: null })).toBeNull();
    expect(selectorFault(said, { exact: "no, no", prefix: "said ", suffix: null, start: null })).toBeNull();
  });

  it("counts as often as the words begin anywhere in the text, one character after the other", () => {
    const words = (least: number, most: number) =>
      fc.string({ unit: fc.constantFrom("n", "😀"), minLength: least, maxLength: most });
    fc.assert(
      fc.property(
        words(0, 12),
        fc.option(words(1, 2)),
        words(1, 3),
        fc.option(words(1, 2)),
        (text, prefix, exact, suffix) => {
          const characters = [...text];
          const sought = `${prefix ?? ""}${exact}${suffix ?? ""}`;
          const places = characters.filter((_, at) => characters.slice(at).join("").startsWith(sought)).length;
          const told = selectorFault(text, { exact, prefix, suffix, start: null });
          const times = places === 0 ? "the text does not have it" : `the text has it ${places} times: give its start`;
          expect(told).toBe(places === 1 ? null : times);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("a selector with a start, in characters", () => {
  it("fits where its text begins there, between the two others", () => {
    expect(fault({ start: 0 })).toBeNull();
    expect(fault({ start: 28 })).toBeNull();
    expect(fault({ start: 28, prefix: "sign. 😀 ", suffix: " and the" })).toBeNull();
    expect(fault({ exact: "sign.", start: 57, suffix: "" })).toBeNull();
  });

  it("is told where the text is, if anywhere", () => {
    expect(fault({ start: 1 })).toBe("the text has it at 0, not at 1");
    expect(fault({ exact: "United", start: 0 })).toBe("the text has it at 42, not at 0");
    expect(fault({ exact: "France", start: 0 })).toBe("the text does not have it");
  });

  it("is told what stands before and after it", () => {
    expect(fault({ start: 28, prefix: "and " })).toBe('what stands before it is ". 😀 ", not the prefix');
    expect(fault({ start: 0, prefix: "and " })).toBe('what stands before it is "", not the prefix');
    expect(fault({ start: 0, suffix: " and the" })).toBe('what stands after it is " and Aus", not the suffix');
  });
});
