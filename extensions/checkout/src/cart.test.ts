import { expect, test } from "vitest";
import type { Cart } from "./cart";
import { addToCart } from "./cart";

const watched = <T>(value: T) => ({ value, subscribe: () => () => undefined });
const line = (variantId: number) => ({ variantId, quantity: 1, attributes: [] });
const gid = (variantId: number) => `gid://shopify/ProductVariant/${variantId}`;

/** A cart that refuses some variants or codes, or throws. */
function cart(refuses: { variants?: number[]; throws?: boolean } = {}) {
  const variants: string[] = [];
  const lines = { value: [] as Cart["lines"]["value"], subscribe: () => () => undefined };
  const api: Cart = {
    lines, discountCodes: watched([]),
    instructions: watched({ lines: { canAddCartLine: true, canRemoveCartLine: true }, discounts: { canUpdateDiscountCodes: true } }),
    applyCartLinesChange: async (change) => {
      if (refuses.throws) throw new Error("not allowed");
      if (change.type === "addCartLine") {
        if (refuses.variants?.some((id) => gid(id) === change.merchandiseId)) return { type: "error", message: "" };
        variants.push(change.merchandiseId);
      } else variants.splice(variants.indexOf(change.id), 1);
      lines.value = variants.map((id) => ({
        id, quantity: 1, merchandise: { id, product: { id: "gid://shopify/Product/1" } }, cost: { totalAmount: { amount: 1, currencyCode: "GBP" } },
      }));
      return { type: "success" };
    },
    applyDiscountCodeChange: async () => ({ type: "success" }),
  };
  return { api, variants };
}
const items = (...variantIds: number[]) => ({ kind: "items" as const, lines: variantIds.map(line), discountCode: null, checkoutUrl: "" });

test("all lines of an offer, or none of them", async () => {
  const { api, variants } = cart({ variants: [2] });
  expect(await addToCart(api, items(1, 2))).toBe("cartRefused");
  expect(variants).toEqual([]);
});

test("all codes of an offer, or none of them", async () => {
  const { api, variants } = cart();
  const codes: string[] = [];
  api.applyDiscountCodeChange = async ({ type, code }) => {
    codes.push(`${type} ${code}`);
    return code === "B" ? { type: "error", message: "" } : { type: "success" };
  };
  expect(await addToCart(api, { ...items(1, 2), discountCode: "A", discountCodes: ["A", "B"] })).toBe("discountRefused");
  expect(codes).toEqual(["addDiscountCode A", "addDiscountCode B", "removeDiscountCode A"]);
  expect(variants).toEqual([]);
});

test("a change that throws is a refusal like any other", async () => {
  expect(await addToCart(cart({ throws: true }).api, items(1))).toBe("cartRefused");
});

test("everything that was chosen is in the cart", async () => {
  const { api, variants } = cart();
  expect(await addToCart(api, items(1, 2))).toBe("added");
  expect(variants).toEqual([gid(1), gid(2)]);
});
