import { expect, test } from "vitest";
import { formatCountCursor, parseCountCursor } from "./count-cursor";

test("reads back what it wrote", () => {
  const cursor = { count: 12, productId: 8_001_234_567_890 };
  expect(parseCountCursor(formatCountCursor(cursor))).toEqual(cursor);
});

test.each([null, "", "12", "12.", ".5", "a.b", "1.2.3", "-1.5", "1e3.5", "99999999999999999.1"])("%j is the first page", (text) => {
  expect(parseCountCursor(text)).toBeNull();
});
