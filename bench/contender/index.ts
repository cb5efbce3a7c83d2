import type { Contender } from "./contender.ts";
import { baseline, entente } from "./entente.ts";
import { bare304, bareHit, floorWorker, staticWorker } from "./marks.ts";
import { nodeFloor, nodePeers } from "./node-peers.ts";
import { postgraphile } from "./postgraphile.ts";
import { plainStack, workerLoader } from "./worker-peers.ts";

export const contenders: readonly Contender[] = [
  staticWorker,
  floorWorker,
  entente.cold,
  plainStack,
  workerLoader,
  bareHit,
  entente.hit,
  bare304,
  entente.notModified,
  nodeFloor,
  ...nodePeers,
  postgraphile,
];

/** Measured where they are wanted, each right after the build of today. */
export const baselines: readonly Contender[] = [baseline.cold, baseline.hit, baseline.notModified];
