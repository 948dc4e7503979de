import { expect, test } from "vitest";
import { Turns } from "./turns";

const never = new AbortController().signal;

test("those who wait come one after the other, as a turn is given back", async () => {
  const turns = new Turns(1);
  const came: number[] = [];
  const first = await turns.take(never);
  const others = [1, 2].map(async (number) => {
    const giveBack = await turns.take(never);
    came.push(number);
    giveBack();
  });
  expect(came).toEqual([]);
  first();
  await Promise.all(others);
  expect(came).toEqual([1, 2]);
});

test("who gives up waiting takes no turn", async () => {
  const turns = new Turns(1);
  const giveBack = await turns.take(never);
  const given = new AbortController();
  const waiting = turns.take(given.signal);
  given.abort(new Error("shutting down"));
  await expect(waiting).rejects.toThrow("shutting down");
  await expect(turns.take(given.signal)).rejects.toThrow("shutting down");
  giveBack();
  (await turns.take(never))();
});
