import { expect, test, vi } from "vitest";
import { SnapshotCache } from "./snapshot-cache";

function cacheOf({ maxAgeMs = 1_000, maxEntries = 10 } = {}) {
  let version = 0;
  const load = vi.fn(async (key: string) => `${key}${String((version += 1))}`);
  return { load, cache: new SnapshotCache(load, () => maxAgeMs, maxEntries) };
}

test("loads once for all who ask at the same time, and afterwards", async () => {
  const { cache, load } = cacheOf();
  expect(await Promise.all([cache.get("a", 0), cache.get("a", 0), cache.get("a", 999)])).toEqual(["a1", "a1", "a1"]);
  expect(load).toHaveBeenCalledTimes(1);
});

test("loads anew when a value is too old or was dropped", async () => {
  const { cache } = cacheOf();
  await cache.get("a", 0);
  expect(await cache.get("a", 2_000)).toBe("a2");
  cache.drop("a");
  expect(await cache.get("a", 2_001)).toBe("a3");
  cache.dropAll();
  expect(await cache.get("a", 2_002)).toBe("a4");
});

test("keeps nobody waiting while the next value is loaded, once however many ask", async () => {
  const { cache, load } = cacheOf();
  await cache.get("a", 0);
  expect([await cache.get("a", 1_000), load.mock.calls.length]).toEqual(["a1", 2]);
  expect(await cache.get("a", 1_001)).toBe("a2");
  expect(load).toHaveBeenCalledTimes(2);
});

test("hands out a value again when its successor could not be loaded, and tries anew", async () => {
  const { cache, load } = cacheOf();
  await cache.get("a", 0);
  load.mockRejectedValueOnce(new Error("no database"));
  expect([await cache.get("a", 1_000), await cache.get("a", 1_001)]).toEqual(["a1", "a1"]);
  expect(await cache.get("a", 1_002)).toBe("a2");
});

test("keeps no successor of a value that was dropped meanwhile", async () => {
  const { cache } = cacheOf();
  await cache.get("a", 0);
  await cache.get("a", 1_000);
  cache.drop("a");
  expect(await cache.get("a", 1_001)).toBe("a3");
  expect(await cache.get("a", 1_002)).toBe("a3");
});

test("waits for the next where a value was to end earlier", async () => {
  const { cache } = cacheOf();
  await cache.get("a", 0);
  cache.keepUntil("a", 10);
  expect(await cache.get("a", 10)).toBe("a2");
});

test("does not keep what was being loaded when it was dropped", async () => {
  const { cache } = cacheOf();
  const early = cache.get("a", 0);
  cache.drop("a");
  expect(await early).toBe("a1");
  expect(await cache.get("a", 0)).toBe("a2");
});

test("does not keep a failure", async () => {
  const load = vi.fn<(key: string) => Promise<string>>().mockRejectedValueOnce(new Error("no database")).mockResolvedValue("a");
  const cache = new SnapshotCache(load, () => 1_000, 10);
  await expect(cache.get("a", 0)).rejects.toThrow("no database");
  expect(await cache.get("a", 0)).toBe("a");
});

test("keeps no more than it may, the oldest going first", async () => {
  const { cache, load } = cacheOf({ maxEntries: 2 });
  for (const key of ["a", "b", "c"]) await cache.get(key, 0);
  await cache.get("c", 0);
  expect(load).toHaveBeenCalledTimes(3);
  await cache.get("a", 0);
  expect(load).toHaveBeenCalledTimes(4);
});
