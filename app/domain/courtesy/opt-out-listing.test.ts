import { expect, test } from "vitest";
import { formatOptOutCursor, parseOptOutCursor } from "./opt-out-listing";

test("a cursor is read as it was written", () => {
  const cursor = { optedOutAt: new Date("2026-11-21T10:00:00.123Z"), customerKey: "g:0123456789abcdef0123456789abcdef" };
  expect(parseOptOutCursor(formatOptOutCursor(cursor))).toEqual(cursor);
});

test.each([null, "", "2026-11-21", "2026-11-21T10:00:00Z_x:1", "never_c:1", "2026-11-21T10:00:00Z_c:1_c:2"])("%o is the first page", (text) => {
  expect(parseOptOutCursor(text)).toBeNull();
});
