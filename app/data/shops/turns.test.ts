import { expect, test } from "vitest";
import { createTurns } from "./turns";

test("no more run at once than may, all run in the end, in order, and a failure gives its turn on", async () => {
  const inTurn = createTurns(2);
  let running = 0;
  let most = 0;
  const began: number[] = [];
  const work = (index: number) => inTurn(async () => {
    began.push(index);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    if (index % 3 === 0) throw new Error("failed");
    return index;
  });
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
  expect(outcomes.map(({ status }) => status === "fulfilled")).toEqual([false, true, true, false, true, true, false]);
  expect(most).toBe(2);
  expect(began).toEqual([0, 1, 2, 3, 4, 5, 6]);
  await expect(work(7)).resolves.toBe(7);
});
