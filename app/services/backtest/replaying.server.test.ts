import { expect, test } from "vitest";
import { buildPastOrder, buildReplaySetup, packOrders } from "../../../test/support/backtest-builders";
import { replayInThread } from "./replaying.server";

const threadOf = (code: string) => replayInThread(new URL(`data:text/javascript,${encodeURIComponent(code)}`), buildReplaySetup(), 1);
const batch = () => packOrders([buildPastOrder(), buildPastOrder()]);

test.each([
  ["that throws", "throw new Error('out of order')", "out of order"],
  ["that ends by itself", "process.exit(3)", "ended with code 3"],
  ["that fails in the middle", "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { throw new Error('in the middle'); })", "in the middle"],
  ["that needs more memory than it may have", "const held = []; for (;;) held.push(new Array(100_000).fill(held.length + 0.5))", "memory"],
])("a thread %s fails the replay and nothing else", async (_case, code, message) => {
  const replaying = threadOf(code);
  await expect((async () => {
    await replaying.add(batch());
    return replaying.finish();
  })()).rejects.toThrow(message);
  await replaying.end();
}, 60_000);

test("takes no more than the thread keeps up with, and says how many orders it has done", async () => {
  const replaying = threadOf("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => parentPort.postMessage({ kind: 'replayed' }))");
  await replaying.add(batch());
  await replaying.add(batch());
  expect(await replaying.add(batch())).toBeGreaterThanOrEqual(2);
  await replaying.end();
});
