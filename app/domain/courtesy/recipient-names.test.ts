import { expect, test } from "vitest";
import { doNamesDiffer } from "./recipient-names";

const name = (full: string | null) => {
  if (full === null) return null;
  const [firstName = "", lastName = ""] = full.split("|");
  return { firstName: firstName || null, lastName: lastName || null };
};

test.each<[string | null, string | null, boolean | null]>([
  ["Ann|Smith", "Ann|Smith", false], ["Ann|Smith", "A.|SMITH ", false], ["Ann|Smith", "Bob|Smith", false], ["Zoë|O’Brien-Müller", "zoe|obrien muller", false],
  ["Ann|Smith", "Bob|Jones", true], ["Ann|Smith", "Ann|Jones", true], ["Ann|", "Bob|", true], ["Ann|", "Ann|", false],
  ["Ann|Smith", null, null], [null, null, null], ["Ann|Smith", "Bob|", null], ["|", "|", null], ["花子|山田", "太郎|佐藤", true],
])("parcel to %s, bill to %s", (shipping, billing, expected) => {
  expect(doNamesDiffer(name(shipping), name(billing))).toBe(expected);
});
