import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { localFile } from "../paths";
import { holderOf, tryLock, withLock } from "./lock";

const name = `test-${String(process.pid)}`;

test("a lock that a dead process left is taken over", () => {
  writeFileSync(localFile("locks", name), "999999999");
  const lock = tryLock(name);
  expect(lock).not.toBeNull();
  lock?.release();
});

test("a lock that a live process holds is not", () => {
  writeFileSync(localFile("locks", name), String(process.ppid));
  expect(tryLock(name)).toBeNull();
  expect(holderOf(name)).toBe(process.ppid);
  writeFileSync(localFile("locks", name), "");
});

test("a lock is released when its task fails", async () => {
  await expect(withLock(name, 1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(holderOf(name)).toBeNull();
  await expect(withLock(name, 1, () => Promise.resolve("yes"))).resolves.toBe("yes");
});
