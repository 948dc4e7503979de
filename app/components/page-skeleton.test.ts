import { expect, test } from "vitest";
import { isLeaving, skeletonOf } from "./page-skeleton";

test.each<[string, string | null, boolean]>([
  ["/app", null, false], ["/app/", null, false], ["/app/offers", "offers", false], ["/app/offers/new", null, true],
  ["/app/activity/dead-letters", null, true], ["/app/something-new", null, false], ["/app/constructor", null, false],
])("%s has the title of %j", (pathname, section, isDetail) => {
  expect(skeletonOf(pathname)).toEqual({ section, isDetail });
});

test.each<[string, string | undefined, boolean]>([
  ["/app/offers", "/app/activity", true], ["/app/offers", "/app/offers", false], ["/app/offers", "/app/offers/", false], ["/app/offers", undefined, false],
])("from %s to %s", (from, to, leaving) => {
  expect(isLeaving(from, to)).toBe(leaving);
});
