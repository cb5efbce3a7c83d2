/** The plots, drawn by Vega-Lite. Loaded only when a whole run is done: it lives in bench/node_modules. */
import { writeFileSync } from "node:fs";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

const CONFIG = {
  background: "white",
  font: "sans-serif",
  axis: { labelFontSize: 12, labelLimit: 400, titleFontSize: 12, titleFontWeight: "normal" as const },
  legend: { labelFontSize: 12, labelLimit: 0, orient: "bottom" as const, columns: 1, title: null },
  header: { labelFontSize: 13, title: null },
  range: { category: { scheme: "tableau10" as const } },
};

export interface RatioPoint {
  contender: string;
  question: string;
  ratio: number;
}

export interface LatencyPoint {
  contender: string;
  question: string;
  statements: number;
  /** In ms. */
  p50: number;
}

/** CPU as a ratio to the floor: a row for each question, a point for each contender. */
export function plotRatios(file: string, points: readonly RatioPoint[]): Promise<void> {
  return draw(file, {
    data: { values: [...points] },
    width: 620,
    height: { step: 44 },
    encoding: {
      y: { field: "question", type: "nominal", sort: null, title: null, axis: { grid: true } },
      x: {
        field: "ratio",
        type: "quantitative",
        scale: { type: "log" },
        title: "CPU, as a multiple of the hand-written floor of the same runtime (log)",
      },
      color: { field: "contender", type: "nominal", sort: null },
      shape: { field: "contender", type: "nominal", sort: null },
    },
    mark: { type: "point", filled: true, size: 90, opacity: 0.9 },
    config: CONFIG,
  });
}

/** The median latency by the number of statements: a panel for each question. */
export function plotLatencies(file: string, points: readonly LatencyPoint[]): Promise<void> {
  return draw(file, {
    data: { values: [...points] },
    facet: { field: "question", type: "nominal", sort: [...new Set(points.map(({ question }) => question))] },
    columns: 3,
    spec: {
      width: 210,
      height: 150,
      encoding: {
        x: {
          field: "statements",
          type: "quantitative",
          scale: { type: "log" },
          title: "statements",
          axis: { format: "~s", tickCount: 5 },
        },
        y: { field: "p50", type: "quantitative", title: "p50, ms", scale: { domainMin: 0 } },
        color: { field: "contender", type: "nominal", sort: null },
      },
      mark: { type: "line", point: true },
    },
    config: CONFIG,
  });
}

async function draw(file: string, spec: TopLevelSpec): Promise<void> {
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  writeFileSync(file, `${await view.toSVG()}\n`);
  view.finalize();
}
