import { expect, test } from "vitest";
import { LastAnswer } from "./last-answer";

test.each([
  ["the same products", [1, 2], [1, 2], 1],
  ["other products", [1, 2], [1, 3], 2],
  ["fewer products", [1, 2], [1], 2],
])("asked about %s again, the answer is made so many times", (_, first, second, times) => {
  const last = new LastAnswer<number>();
  let made = 0;
  for (const ids of [first, second]) last.of(ids, () => (made += 1));
  expect(made).toBe(times);
});

test("what was forgotten is made anew", () => {
  const last = new LastAnswer<number>();
  last.of([1], () => 1);
  last.forget();
  expect(last.of([1], () => 2)).toBe(2);
});
