import { expect, test } from "vitest";
import type { Placement } from "../../domain/offers/placement";
import type { LeafKind } from "../../domain/rules/condition";
import { textsIn } from "../../i18n/translator.server";
import { unknownNote } from "./unknown-conditions";

const { t } = textsIn("en");

test.each<[kind: LeafKind, placements: Placement[], note: string | undefined]>([
  ["discountCode", ["checkout"], undefined],
  ["discountCode", ["post-purchase"], "Can’t be known here: Post-purchase page"],
  ["discountCode", ["checkout", "post-purchase", "account"], "Can’t be known here: Post-purchase page and Customer account"],
  ["discountCode", [], undefined],
])("the list of conditions says of %s, for an offer at %j: %s", (kind, placements, note) => {
  expect(unknownNote(t, kind, placements)).toBe(note);
});
