/** A block of code of a page. */
export interface CodeBlock {
  /** That of the page. */
  page: string;
  line: number;
  /** Empty where the page says none. */
  language: string;
  text: string;
  /** The line of text before it, by which it may be said to be an example. */
  before: string;
  /** The block before it, where nothing but a line that ends in a colon lies between. */
  previous: CodeBlock | null;
}

const FENCE = /^(?<indent> *)```(?<language>\w*)\n(?<text>[\s\S]*?)^\k<indent>```$/gm;
const CONTINUED = /^\s*(?:[^\n`]*:\s*)?$/;

/** All of a page, in their order. */
export function codeBlocks(page: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let end = 0;
  for (const found of markdown.matchAll(FENCE)) {
    const { indent = "", language = "", text = "" } = found.groups!;
    const between = markdown.slice(end, found.index);
    const previous = blocks.at(-1);
    blocks.push({
      page,
      line: markdown.slice(0, found.index).split("\n").length,
      language,
      text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      before: between.trimEnd().split("\n").at(-1)?.trim() ?? "",
      previous: previous !== undefined && CONTINUED.test(between) ? previous : null,
    });
    end = found.index + found[0].length;
  }
  return blocks;
}

/** A command, and what a page prints beneath it. */
export interface Printed {
  block: CodeBlock;
  command: string;
  answer: string;
}

const isCurl = (text: string) => /^\s*(?:TOKEN=\$\(.*\)\n)?curl /.test(text);

/** The answers that a block prints, each with its command: of a command in the block before, of lines after `$`, of comments. */
export function printedIn(block: CodeBlock): Printed[] {
  const { language, text, previous } = block;
  if (/^\$ /m.test(text)) {
    return text
      .split(/^\$ /m)
      .slice(1)
      .map((session) => {
        const [command = "", ...answer] = session.split("\n");
        return { block, command, answer: answer.join("\n") };
      });
  }
  if (language === "sh") {
    return [...text.matchAll(/^(?<command>curl .*?) +# (?<answer>(?:\d{3} )?[[{].*)$/gm)].map(({ groups }) => ({
      block,
      command: groups!["command"]!,
      answer: groups!["answer"]!,
    }));
  }
  if (language !== "" && language !== "json") return [];
  if (previous?.language !== "sh" || !isCurl(previous.text)) return [];
  // Each of several commands has the answer.
  const commands = previous.text.split(/^(?=curl )/m).filter((command) => command.includes("curl "));
  return commands.map((command) => ({ block, command, answer: text }));
}

/** The test that a block says it is run by; null where it says none. */
export function namedTest({ before }: CodeBlock): string | null {
  return /^<!-- run by (?<file>\S+) -->$/.exec(before)?.groups?.["file"] ?? null;
}

/** Why a block is not run though it shows an answer; null where it does not say so. */
export function exampleReason({ before }: CodeBlock): string | null {
  return /^<!-- not run: (?<reason>.+) -->$/.exec(before)?.groups?.["reason"] ?? null;
}

/** Whether it shows what somebody is answered. */
export function showsAnswer(block: CodeBlock): boolean {
  return block.language === "" || block.language === "json" || printedIn(block).length > 0;
}
