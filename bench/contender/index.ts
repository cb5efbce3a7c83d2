import type { Contender } from "./contender.ts";
import { entente304, ententeCold, ententeHit } from "./entente.ts";
import { bare304, bareHit, floorWorker, staticWorker } from "./marks.ts";
import { nodeFloor, nodePeers } from "./node-peers.ts";
import { postgraphile } from "./postgraphile.ts";
import { plainStack, workerLoader } from "./worker-peers.ts";

export const contenders: readonly Contender[] = [
  staticWorker,
  floorWorker,
  ententeCold,
  plainStack,
  workerLoader,
  bareHit,
  ententeHit,
  bare304,
  entente304,
  nodeFloor,
  ...nodePeers,
  postgraphile,
];
