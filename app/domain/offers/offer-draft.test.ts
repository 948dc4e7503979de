import { describe, expect, test } from "vitest";
import { buildContent, buildProduct, buildVariant } from "../../../test/support/domain-builders";
import type { CatalogueProduct } from "../catalogue/product";
import type { OfferContent } from "./offer";
import { duplicateContent, freeName, nextStatus } from "./lifecycle";
import { OfferContentSchema, parseOfferDraft } from "./offer-draft";
import type { OfferWarning } from "./validate-for-shop";
import { validateForShop } from "./validate-for-shop";

const errorsOf = (over: Record<string, unknown>) => {
  const parsed = parseOfferDraft({ ...buildContent(), ...over });
  return parsed.ok ? {} : parsed.errors;
};

test("what is saved reads back the same, trimmed", () => {
  const content = buildContent({ discount: { kind: "percentage", percent: 15 }, schedule: { startsAt: "2026-11-21T09:00", endsAt: "2026-12-24T18:00" }, rule: { kind: "any", conditions: [{ kind: "itemCount", min: 1 }] } });
  expect(parseOfferDraft({ ...content, title: "  A candle with it? ", extra: 1 })).toEqual({ ok: true, content });
  expect(OfferContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
});

describe("says what is wrong, by field", () => {
  test.each<[Record<string, unknown>, string, string]>([
    [{ name: " " }, "name", "The name may not be empty"], [{ name: "x".repeat(101) }, "name", "The name may have at most 100 characters"], [{ title: "x".repeat(81) }, "title", "The title may have at most 80 characters"],
    [{ body: "x".repeat(501) }, "body", "The text may have at most 500 characters"], [{ title: undefined }, "title", "The title is missing"],
    [{ products: [] }, "products", "Choose at least one product"], [{ products: Array.from({ length: 51 }, (_, index) => ({ productId: index + 1, variantIds: [] })) }, "products", "Choose at most 50 products"],
    [{ products: [{ productId: 1, variantIds: [] }, { productId: 1, variantIds: [2] }] }, "products", "A product is there twice"],
    [{ placements: [] }, "placements", "Choose where the offer appears"],
    [{ discount: { kind: "percentage", percent: 0 } }, "discount.percent", "Use 1 to 100 %"], [{ discount: { kind: "percentage", percent: 101 } }, "discount.percent", "Use 1 to 100 %"], [{ discount: { kind: "percentage", percent: 1.5 } }, "discount.percent", "Use a whole percentage"],
    [{ discount: { kind: "fixed", amountMinor: 0 } }, "discount.amountMinor", "The discount has to be more than 0"],
    [{ quantityLimit: 0 }, "quantityLimit", "Use 1 to 100"], [{ quantityLimit: 101 }, "quantityLimit", "Use 1 to 100"], [{ shippingMinor: -1 }, "shippingMinor", "Shipping may not be negative"],
    [{ schedule: { startsAt: "2026-02-30T09:00", endsAt: null } }, "schedule.startsAt", "Not a date and time"], [{ schedule: { startsAt: "21/11/2026", endsAt: null } }, "schedule.startsAt", "Not a date and time"],
    [{ schedule: { startsAt: "2026-11-21T09:00", endsAt: "2026-11-21T09:00" } }, "schedule.endsAt", "The end has to be after the start"],
    [{ rule: { kind: "all", conditions: [{ kind: "itemCount" }] } }, "rule.conditions.0", "Set a minimum, a maximum or both"],
  ])("%j", (over, field, message) => {
    expect(errorsOf(over)[field]).toBe(message);
  });

  test.each([[null], ["text"], [[]], [{}]])("%j is no draft", (input) => {
    expect(parseOfferDraft(input).ok).toBe(false);
  });
});

describe("warns of what the shop will not show", () => {
  test.each<[string, Partial<OfferContent>, Partial<CatalogueProduct>, OfferWarning[]]>([
    ["nothing to warn of", {}, {}, []],
    ["a product that is gone", {}, { id: 9 }, [{ code: "missing", productId: 200 }]],
    ["variants that are gone", { products: [{ productId: 200, variantIds: [7] }] }, {}, [{ code: "variantsMissing", productId: 200 }]],
    ["a draft", {}, { status: "draft" }, [{ code: "notActive", productId: 200 }]],
    ["no published state", {}, { isPublished: false }, [{ code: "unpublished", productId: 200 }]],
    ["a gift card", {}, { isGiftCard: true }, [{ code: "giftCard", productId: 200 }]],
    ["sold out", {}, { variants: [buildVariant({ available: 0 })] }, [{ code: "soldOut", productId: 200 }]],
    ["a price of nothing", {}, { variants: [buildVariant({ priceMinor: 0 })] }, [{ code: "free", productId: 200 }]],
    ["a fixed discount that takes the whole price", { discount: { kind: "fixed", amountMinor: 1_000 }, quantityLimit: 1 }, {}, [{ code: "discountTakesAll", productId: 200, variantId: 2001 }]],
    ["a fixed discount with a limit above one", { discount: { kind: "fixed", amountMinor: 1 } }, {}, [{ code: "oneUnitOnly" }]],
    ["a condition the placement cannot know", { rule: { kind: "all", conditions: [{ kind: "discountCode", match: "any", codes: [] }] } }, {}, [{ code: "unknowableCondition", placement: "post-purchase", kind: "discountCode" }]],
  ])("%s", (_case, content, product, warnings) => {
    const shown = buildProduct(product);
    expect(validateForShop(buildContent(content), new Map([[shown.id, shown]]))).toEqual(warnings);
  });
});

describe("lifecycle", () => {
  test.each([
    ["draft", "activate", "active"], ["paused", "activate", "active"], ["active", "activate", null], ["archived", "activate", null],
    ["active", "pause", "paused"], ["draft", "pause", null], ["draft", "archive", "archived"], ["active", "archive", "archived"], ["archived", "archive", null],
    ["archived", "restore", "paused"], ["paused", "restore", null],
  ] as const)("%s, %s: %s", (status, action, next) => {
    expect(nextStatus(status, action)).toBe(next);
  });

  test("a copy says so within the name's length and shares nothing with the original", () => {
    const original = buildContent({ name: "x".repeat(100) });
    const copy = duplicateContent(original);
    expect(copy.name).toBe(`${"x".repeat(93)} (copy)`);
    expect(duplicateContent(buildContent({ name: `${"x".repeat(92)}🎁 for you` })).name).toBe(`${"x".repeat(92)} (copy)`);
    expect(parseOfferDraft(copy).ok).toBe(true);
    copy.products.push({ productId: 1, variantIds: [] });
    expect(original.products).toHaveLength(1);
  });
});

test.each([
  [["Reorder"], "Bestseller"],
  [["Bestseller"], "Bestseller 2"],
  [["Bestseller", "Bestseller 2"], "Bestseller 3"],
])("beside %j a new offer is named %s", (taken, name) => {
  expect(freeName("Bestseller", new Set(taken))).toBe(name);
});
