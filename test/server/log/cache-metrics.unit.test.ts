import { expect, it } from "vitest";
import { cacheOf, caches, takeCacheUse } from "../../../src/domain/cache.ts";
import { cacheMetrics } from "../../../src/server/log/cache-metrics.ts";

it("each cache is told of by name, with its hits, its misses and its bound, and counted anew after that", () => {
  takeCacheUse();
  const [one, other] = [cacheOf<number>("cursor"), cacheOf<number>("cursor")];
  one.set("a", 1);
  expect([one.get("a"), one.get("a"), one.get("b"), other.get("a")]).toEqual([1, 1, undefined, undefined]);
  const points: object[] = [];
  const tell = cacheMetrics(2);
  const metrics = { writeDataPoint: (point: object) => void points.push(point) };
  tell(metrics);
  expect(points).toEqual([]);
  tell(metrics);
  expect(points).toEqual([{ blobs: ["cursor"], doubles: [2, 2, caches.cursor], indexes: ["cursor"] }]);
  tell(metrics);
  tell(metrics);
  expect(points).toHaveLength(1);
});

it("nothing is counted away where there are no metrics", () => {
  takeCacheUse();
  const cache = cacheOf<number>("cursor");
  const tell = cacheMetrics(1);
  cache.get("a");
  tell(undefined);
  const points: object[] = [];
  tell({ writeDataPoint: (point) => void points.push(point) });
  expect(points).toHaveLength(1);
});

it("a cache holds as much as it says, or as it is given", () => {
  const [usual, small] = [cacheOf<number>("plan"), cacheOf<string>("answer", (text) => text.length, 3)];
  for (let n = 0; n <= caches.plan; n++) usual.set(`${n}`, n);
  expect([usual.get("0"), usual.get("1")]).toEqual([undefined, 1]);
  small.set("a", "12");
  small.set("b", "34");
  expect([small.get("a"), small.get("b")]).toEqual([undefined, "34"]);
});
