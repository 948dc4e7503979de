import { expect, test } from "vitest";
import { createBatcher } from "./event-batches.server";

const options = { size: 3, delayMs: 5, isItemFault: (error: unknown) => String(error).includes("bad") };

test("items of one moment are written together, up to the size", async () => {
  const written: number[][] = [];
  const batcher = createBatcher<number>((items) => {
    written.push([...items]);
    return Promise.resolve();
  }, options);
  await Promise.all([1, 2, 3, 4].map((item) => batcher.add(item)));
  expect(written).toEqual([[1, 2, 3], [4]]);
});

test("an item is told of as written only when it is", async () => {
  let finish: () => void = () => undefined;
  const batcher = createBatcher<number>(() => new Promise((resolve) => { finish = resolve; }), options);
  let told = false;
  const adding = batcher.add(1).then(() => { told = true; });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).toBe(false);
  finish();
  await adding;
  expect(told).toBe(true);
});

test("one bad item does not refuse the others", async () => {
  const batcher = createBatcher<string>((items) => (items.includes("bad") ? Promise.reject(new Error("bad")) : Promise.resolve()), options);
  const settled = await Promise.allSettled(["a", "bad", "b"].map((item) => batcher.add(item)));
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("when writing itself fails, every item is told at once", async () => {
  let writes = 0;
  const batcher = createBatcher<string>(() => {
    writes += 1;
    return Promise.reject(new Error("away"));
  }, options);
  const settled = await Promise.allSettled(["a", "b", "c"].map((item) => batcher.add(item)));
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(writes).toBe(1);
});
