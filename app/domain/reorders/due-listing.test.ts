import { expect, test } from "vitest";
import { formatDueCursor, parseDueCursor, parseDueFilter } from "./due-listing";

test("a filter is read from the address, and what makes no sense is left out", () => {
  expect(parseDueFilter(new URLSearchParams("week=2026-11-16&product=12&due=now&who=guests"))).toEqual({ week: "2026-11-16", productId: 12, due: "now", who: "guests" });
  expect(parseDueFilter(new URLSearchParams("week=16.11.&product=-1&due=yes&who="))).toEqual({ week: null, productId: null, due: null, who: null });
});

test.each([null, "", "2026-11-16", "2026-13-41_c:1_2", "2026-11-16_c:1_x", "2026-11-16_c:1_-2"])("%j is no cursor", (text) => {
  expect(parseDueCursor(text)).toBeNull();
});

test("a cursor comes back as it was", () => {
  const cursor = { day: "2026-11-16", customerKey: "c:12", productId: 7 };
  expect(parseDueCursor(formatDueCursor(cursor))).toEqual(cursor);
});
