/**
 * `node cli/build/draw-periods.ts [--check]`: draws the pictures of docs/time.md, by the rule that answers go by, or checks that
 * they are as they would be drawn.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Day, dayAfter } from "../../src/domain/time/day.ts";
import { holdsOn, type LastingDays, periodFrom } from "../../src/domain/time/period.ts";
import { root } from "../local/tool.ts";
import { keepGenerated } from "./generated-file.ts";

interface Picture {
  title: string;
  days: LastingDays;
  /** The first and the last day drawn. */
  first: Day;
  last: Day;
  /** Days with a name, from left to right. */
  marks: readonly (readonly [name: string, day: Day])[];
}

interface Stretch {
  certainty: "CERTAIN" | "POSSIBLE" | null;
  from: Day;
  until: Day;
}

const LEFT = 20;
const WIDTH = 760;
const BAR = { top: 44, height: 34 };
const LINE = 20;

const coarse = periodFrom("1952", "1955");
const hedged = periodFrom("1952-04-28?", "1952-05-10?");
const open = periodFrom("2021-06-15", null);

const pictures: Readonly<Record<string, Picture>> = {
  "time-coarse": {
    title: "from 1952 to 1955",
    days: coarse,
    first: "1951-07-01",
    last: "1956-07-01",
    marks: columns(coarse),
  },
  "time-hedged": {
    title: "from 1952-04-28? to 1952-05-10?",
    days: hedged,
    first: "1952-04-24",
    last: "1952-05-15",
    marks: columns(hedged),
  },
  "time-horizon": {
    title: "from 2021-06-15, without an end",
    days: { ...open, attestedUntil: "2023-09-01", readOn: "2024-07-01" },
    first: "2021-01-01",
    last: "2025-12-31",
    marks: [
      ["from", open.fromLatest],
      ["attestedUntil", "2023-09-01"],
      ["day of the revision", "2024-07-01"],
    ],
  },
};

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
for (const [name, picture] of Object.entries(pictures)) {
  keepGenerated({
    file: join(root, `docs/images/${name}.svg`),
    content: draw(picture),
    command: "node cli/build/draw-periods.ts",
    check: values.check,
  });
}

function columns({ fromEarliest, fromLatest, toEarliest, toLatest }: LastingDays): Picture["marks"] {
  return [
    ["from_earliest", fromEarliest],
    ["from_latest", fromLatest],
    ["to_earliest", toEarliest],
    ["to_latest", toLatest],
  ];
}

function draw(picture: Picture): string {
  const { title, days, first, last, marks } = picture;
  const stretches = stretchesOf(days, first, last);
  const x = (day: Day) =>
    LEFT + Math.round((WIDTH * (Date.parse(day) - Date.parse(first))) / (Date.parse(last) - Date.parse(first)));
  const bars = stretches.map(({ certainty, from, until }) => {
    const [start, width] = [x(from), x(until) - x(from)];
    const style = { CERTAIN: "certain", POSSIBLE: "possible", null: "not" }[`${certainty}`];
    const text = certainty ?? "not";
    return `  <rect class="${style}" x="${start}" y="${BAR.top}" width="${width}" height="${BAR.height}"/>
  <text class="in-${style}" x="${start + Math.round(width / 2)}" y="${BAR.top + 22}">${text}</text>`;
  });
  const named = marks.map(([name, day], index) => {
    const bottom = BAR.top + BAR.height + LINE * (index + 1);
    const isRight = x(day) > LEFT + WIDTH / 2;
    const place = `x="${x(day) + (isRight ? -5 : 5)}" y="${bottom}"${isRight ? ' text-anchor="end"' : ' text-anchor="start"'}`;
    return {
      line: `  <path d="M${x(day)} ${BAR.top - 6}V${bottom}"/>`,
      text: `  <text class="name" ${place}>${name} ${day}</text>`,
    };
  });
  const height = BAR.top + BAR.height + LINE * (marks.length + 1);
  const told = stretches.map(({ certainty, from }) => `${certainty ?? "not"} from ${from}`).join(", ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH + 2 * LEFT} ${height}" role="img" aria-labelledby="title told">
  <title id="title">${title}</title>
  <desc id="told">${told}</desc>
  <style>
    text { font: 13px sans-serif; fill: #1b1f24; text-anchor: middle }
    text[text-anchor="start"] { text-anchor: start }
    text[text-anchor="end"] { text-anchor: end }
    .title { font-weight: bold }
    .name { paint-order: stroke; stroke: #ffffff; stroke-width: 4px }
    path { stroke: #1b1f24; stroke-width: 1 }
    .certain { fill: #0b5394 }
    .possible { fill: #cfe2f3; stroke: #0b5394; stroke-dasharray: 4 3 }
    .not { fill: #f0f0f0 }
    .in-certain { fill: #ffffff }
  </style>
  <rect width="100%" height="100%" fill="#ffffff"/>
  <text class="title" text-anchor="start" x="${LEFT}" y="24">${title}</text>
${[...bars, ...named.map(({ line }) => line), ...named.map(({ text }) => text)].join("\n")}
</svg>
`;
}

/** The days drawn, in stretches that answer alike. */
function stretchesOf(days: LastingDays, first: Day, last: Day): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = first; day < last; day = dayAfter(day)) {
    const certainty = holdsOn(days, day);
    const before = stretches.at(-1);
    if (before?.certainty === certainty) before.until = dayAfter(day);
    else stretches.push({ certainty, from: day, until: dayAfter(day) });
  }
  return stretches;
}
