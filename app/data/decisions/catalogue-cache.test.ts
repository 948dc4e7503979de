import { expect, test, vi } from "vitest";
import { buildProduct } from "../../../test/support/domain-builders";
import { CatalogueCache } from "./catalogue-cache";

function cacheOf(ids: number[], maxAgeMs = 1_000) {
  const titles = new Map(ids.map((id) => [id, "old"]));
  const product = (id: number) => buildProduct({ id, title: titles.get(id) ?? "" });
  const source = {
    loadAll: vi.fn(async (_key: string) => [...titles.keys()].map(product)),
    loadSome: vi.fn(async (_key: string, some: readonly number[]) => some.filter((id) => titles.has(id)).map(product)),
  };
  return { titles, source, cache: new CatalogueCache(source, () => maxAgeMs, 2) };
}

test("reads again only what changed, what is new and what is gone", async () => {
  const { titles, source, cache } = cacheOf([1, 2, 3]);
  const first = await cache.get("shop", 0);
  expect(await cache.get("shop", 1)).toBe(first);
  titles.set(2, "new").set(4, "new").delete(3);
  cache.changed("shop", [2, 3, 4]);
  const second = await cache.get("shop", 2);
  expect([...second].map(([id, { title }]) => [id, title])).toEqual([[1, "old"], [2, "new"], [4, "new"]]);
  expect([...first.keys()]).toEqual([1, 2, 3]);
  expect(source.loadAll).toHaveBeenCalledTimes(1);
});

test("reads all again when anything may have changed or it is too old", async () => {
  const { source, cache } = cacheOf([1]);
  await cache.get("shop", 0);
  cache.changed("shop", null);
  await cache.get("shop", 1);
  await cache.get("shop", 2_001);
  expect(source.loadAll).toHaveBeenCalledTimes(3);
  expect(source.loadSome).not.toHaveBeenCalled();
});

test("keeps nobody waiting while the next catalogue is loaded, and misses no change meanwhile", async () => {
  const { titles, source, cache } = cacheOf([1, 2]);
  const first = await cache.get("shop", 0);
  titles.set(1, "of the next");
  expect(await cache.get("shop", 1_000)).toBe(first);
  titles.set(2, "changed meanwhile");
  cache.changed("shop", [2]);
  await vi.waitFor(async () => expect([...(await cache.get("shop", 1_001)).values()].map(({ title }) => title)).toEqual(["of the next", "changed meanwhile"]));
  expect(source.loadAll).toHaveBeenCalledTimes(2);
});

test("keeps no failure", async () => {
  const { source, cache } = cacheOf([1]);
  await cache.get("shop", 0);
  source.loadSome.mockRejectedValueOnce(new Error("no database"));
  cache.changed("shop", [1]);
  await expect(cache.get("shop", 1)).rejects.toThrow("no database");
  expect([...(await cache.get("shop", 2)).keys()]).toEqual([1]);
});
