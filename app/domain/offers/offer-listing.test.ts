import { expect, test } from "vitest";
import { cursorText, isInOrder, parseOfferListing, phasesOf } from "./offer-listing";

const parse = (search: string) => parseOfferListing(new URLSearchParams(search));
const id = "0193a1b2-0000-7000-8000-000000000001";

test("an empty address lists everything but the archive in order of priority", () => {
  expect(parse("")).toEqual({ tab: "all", search: "", placements: [], kinds: [], sort: "priority", isDescending: false, cursor: null });
  expect(phasesOf("all")).not.toContain("archived");
});

test.each([
  ["tab=ended", { tab: "ended" }],
  ["tab=unheardOf", { tab: "all" }],
  ["q=%20socks%20", { search: "socks" }],
  ["placement=checkout,nowhere,e-mail", { placements: ["checkout", "e-mail"] }],
  ["kind=coupon", { kinds: ["coupon"] }],
  ["sort=updated-desc", { sort: "updated", isDescending: true }],
  ["sort=constructor", { sort: "priority", isDescending: false }],
  [`after=${id}~Socks~and~more`, { cursor: { way: "after", id, value: "Socks~and~more" } }],
  [`before=${id}~`, { cursor: { way: "before", id, value: "" } }],
  ["after=1_drop", { cursor: null }],
])("%s asks for %o", (search, expected) => {
  expect(parse(search)).toMatchObject(expected);
});

test("a cursor comes back from an address as it went in", () => {
  const cursor = { way: "after" as const, id, value: "50 % & more ~ now" };
  expect(parse(new URLSearchParams({ after: cursorText(cursor) }).toString()).cursor).toEqual(cursor);
});

test.each([
  ["", true], ["tab=active", true], ["tab=archived", false], ["q=a", false], ["placement=checkout", false], ["kind=coupon", false], ["sort=name", false], ["sort=priority-desc", false],
])("in %j neighbours can be moved: %s", (search, expected) => {
  expect(isInOrder(parse(search))).toBe(expected);
});
