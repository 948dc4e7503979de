import { expect, test } from "vitest";
import { dueSegment, productSegment, reorderFields } from "./segment-fields";

const titles = new Map([[1, "Coffee"], [2, "Filters"], [3, "Tea"]]);
const due = (productId: number, dueFrom: string, dueUntil = "2026-12-24") => ({ productId, dueFrom, dueUntil });

test.each([
  ["nothing is due", [], null],
  ["its time is past", [due(1, "2026-11-01", "2026-11-20")], null],
  ["it may not be offered", [due(9, "2026-11-01")], null],
  ["something is due later", [due(1, "2026-12-01"), due(2, "2026-12-05")], { dueFrom: "2026-12-01", products: ["Coffee"] }],
  ["something is due now", [due(2, "2026-11-20"), due(1, "2026-11-18"), due(3, "2026-11-23")], { dueFrom: "2026-11-18", products: ["Coffee", "Filters"] }],
])("when %s, the customer's fields say so", (_case, dues, fields) => {
  expect(reorderFields(dues, titles, "2026-11-22")).toEqual(fields);
});

test("segments name the fields as Shopify spells them, and no title ends the text early", () => {
  expect(dueSegment("app--190--encore")).toBe("metafields.app--190--encore.reorder_due <= today");
  expect(productSegment("app--190--encore", "Miner's tea")).toBe("metafields.app--190--encore.reorder_due <= today AND metafields.app--190--encore.reorder_products CONTAINS 'Miner\\'s tea'");
});
