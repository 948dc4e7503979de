import { once } from "node:events";
import net from "node:net";
import { expect, test } from "vitest";
import { claimPort, findPort, isFree } from "./ports";

test.each(["127.0.0.1", "0.0.0.0", "::"])("a port that is taken on %s is passed over", async (host) => {
  const server = net.createServer().listen(0, host);
  await once(server, "listening");
  // A TCP server has an address of this form.
  const { port } = server.address() as net.AddressInfo;
  expect(await isFree(port)).toBe(false);
  expect(await findPort(port)).toBeGreaterThan(port);
  server.close();
  await once(server, "close");
  expect(await isFree(port)).toBe(true);
});

test("a port that is spoken for is passed over", async () => {
  const first = await findPort(47_000);
  expect(await findPort(first, new Set([first]))).toBeGreaterThan(first);
});

test("a port that was claimed is passed over although nobody listens yet, until it is released", async () => {
  const first = await claimPort(47_000);
  const second = await claimPort(first.port);
  expect(second.port).toBeGreaterThan(first.port);
  first.release();
  const third = await claimPort(first.port);
  expect(third.port).toBe(first.port);
  second.release();
  third.release();
});

test("ports that browsers refuse are passed over", async () => {
  expect(await findPort(4190)).toBeGreaterThan(4190);
});
