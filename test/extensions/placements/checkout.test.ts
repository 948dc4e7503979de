import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { ChoiceReply } from "../../../app/domain/placements/contract";
import type { AppCall, Place } from "./block";
import { openBlock } from "./block";
import { buildBundle } from "./bundles";
import { propertyOf } from "./drawn";
import { items, link, products, purchaseSignals, shows } from "./fixtures";

beforeAll(async () => {
  await buildBundle("checkout");
});
afterEach(() => vi.unstubAllGlobals());

const open_ = { lines: { canAddCartLine: true, canRemoveCartLine: true }, discounts: { canUpdateDiscountCodes: true } };
const success = { type: "success" };
const refusal = { type: "error", message: "not for shoppers" };

/** A cart that takes every change; what it is asked for is kept. */
function cart(answers: { add?: object; code?: object; remove?: object } = {}) {
  const changes: Record<string, unknown>[] = [];
  const apply = async (change: { type: string }) => {
    changes.push({ ...change });
    const kinds: Record<string, object | undefined> = { addCartLine: answers.add, addDiscountCode: answers.code, removeCartLine: answers.remove };
    return kinds[change.type] ?? success;
  };
  return { changes, functions: { applyCartLinesChange: apply, applyDiscountCodeChange: apply } };
}

const app = (choice: ChoiceReply = items()) => ({ path }: AppCall) => {
  if (path.endsWith("/decision")) return Response.json(shows(products));
  return path.endsWith("/choice") ? Response.json(choice) : new Response(null, { status: 204 });
};
const open = (place: Partial<Place> = {}) => openBlock({
  extension: "checkout", target: "purchase.checkout.block.render", app: app(), ...place,
  signals: { ...purchaseSignals, instructions: open_, discountCodes: [], ...place.signals },
});

test("adds the variant and the quantity with one click, under the signed offer", async () => {
  const { changes, functions } = cart();
  const block = await open({ functions });
  await block.fill("Quantity", "2");
  await block.click("Add Spotted mug to your order");
  expect(block.calls.at(-1)).toMatchObject({ path: "/api/placements/choice", body: { decisionId: "decision-1", items: [{ variantId: 1, quantity: 2 }] } });
  expect(changes).toEqual([{
    type: "addCartLine", merchandiseId: "gid://shopify/ProductVariant/1", quantity: 1, attributes: [{ key: "_encore_offer", value: "signed" }],
  }]);
  expect(block.drawn().text).toContain("Added to your order");
  expect(block.drawn().named("Add Spotted mug to your order")).toBeUndefined();
  expect(block.drawn().named("Add Tea tray to your order")).toBeDefined();
});

test("nothing is in the cart before a click, and titles do not lead away from paying", async () => {
  const { changes, functions } = cart();
  const block = await open({ functions });
  expect(changes).toEqual([]);
  expect(block.drawn().all("s-link")).toEqual([]);
  expect(block.calls.map(({ path }) => path)).toEqual(["/api/placements/decision", "/api/placements/impression"]);
});

test("enters the discount code where the merchant prefers codes", async () => {
  const { changes, functions } = cart();
  const block = await open({ functions, app: app(items({ discountCode: "MUG20" })) });
  await block.click("Add Spotted mug to your order");
  expect(changes.map(({ type, code }) => [type, code])).toEqual([["addCartLine", undefined], ["addDiscountCode", "MUG20"]]);
  expect(block.drawn().text).toContain("Added to your order");
});

test("does not enter a code that is there already", async () => {
  const { changes, functions } = cart();
  const block = await open({ functions, app: app(items({ discountCode: "MUG20" })), signals: { discountCodes: [{ code: "mug20" }] } });
  await block.click("Add Spotted mug to your order");
  expect(changes.map(({ type }) => type)).toEqual(["addCartLine"]);
});

const mugInCart = { ...purchaseSignals.lines[0], id: "gid://shopify/CartLine/2", merchandise: { id: "gid://shopify/ProductVariant/1", product: { id: "gid://shopify/Product/9" } } };

describe("says honestly", () => {
  test("that the wallet refused, and that the order is unchanged", async () => {
    const { functions } = cart({ add: refusal });
    const block = await open({ functions });
    await block.click("Add Spotted mug to your order");
    expect(block.drawn().text).toContain("It could not be added with this way of paying. Your order is unchanged.");
    expect(block.drawn().text).not.toContain("not for shoppers");
    expect(block.drawn().named("Add Spotted mug to your order")).toBeDefined();
  });

  test("that the discount was refused, and takes the item out again", async () => {
    const { changes, functions } = cart({ code: refusal });
    const block = await open({ functions, app: app(items({ discountCode: "MUG20" })), signals: { lines: [...purchaseSignals.lines, mugInCart] } });
    await block.click("Add Spotted mug to your order");
    expect(changes.at(-1)).toEqual({ type: "removeCartLine", id: "gid://shopify/CartLine/2", quantity: 1 });
    expect(block.drawn().text).toContain("The discount could not be applied here, so nothing was added.");
  });

  test("that the item is in the cart at full price when it cannot be taken out", async () => {
    const { functions } = cart({ code: refusal, remove: refusal });
    const block = await open({ functions, app: app(items({ discountCode: "MUG20" })), signals: { lines: [...purchaseSignals.lines, mugInCart] } });
    await block.click("Add Spotted mug to your order");
    expect(block.drawn().text).toContain("It was added, but the discount could not be applied.");
    expect(block.drawn().named("Add Spotted mug to your order")).toBeUndefined();
  });

  test("that the cart may not change, beforehand: nothing can be pressed and nothing counts as offered", async () => {
    const block = await open({ signals: { instructions: { ...open_, lines: { canAddCartLine: false, canRemoveCartLine: false } } } });
    expect(block.drawn().text).toContain("This checkout does not allow anything to be added. Your order is unchanged.");
    expect(block.drawn().names().filter((name) => name.startsWith("Add"))).toEqual([]);
    expect(block.calls.map(({ path }) => path)).toEqual(["/api/placements/decision"]);
  });

  test("that the cart may not change any more, once a wallet is chosen", async () => {
    const block = await open();
    await block.update({ instructions: { ...open_, lines: { canAddCartLine: false, canRemoveCartLine: false } } });
    expect(block.drawn().text).toContain("This checkout does not allow anything to be added.");
  });

  test("that codes may not change, without touching the cart", async () => {
    const { changes, functions } = cart();
    const block = await open({
      functions, app: app(items({ discountCode: "MUG20" })), signals: { instructions: { ...open_, discounts: { canUpdateDiscountCodes: false } } },
    });
    await block.click("Add Spotted mug to your order");
    expect(changes).toEqual([]);
    expect(block.drawn().text).toContain("The discount could not be applied here, so nothing was added.");
  });

  test("that it is sold out", async () => {
    const { changes, functions } = cart();
    const block = await open({ functions, app: app({ refused: "soldOut" }) });
    await block.click("Add Spotted mug to your order");
    expect(changes).toEqual([]);
    expect(block.drawn().text).toContain("Sorry, there is not enough of it left.");
  });
});

test("what was added is not declined afterwards", async () => {
  const block = await open({ functions: cart().functions });
  expect(block.drawn().named("No, thank you, hide this offer")).toBeDefined();
  await block.click("Add Spotted mug to your order");
  expect(block.drawn().named("No, thank you, hide this offer")).toBeUndefined();
});

test("no hides it and is told to the app", async () => {
  const block = await open();
  await block.click("No, thank you, hide this offer");
  expect(block.drawn().isEmpty).toBe(true);
  expect(block.calls.at(-1)?.path).toBe("/api/placements/decline");
});

test("anything but products has no place before the payment", async () => {
  const block = await open({ app: () => Response.json(shows(link)) });
  expect(block.drawn().isEmpty).toBe(true);
  expect(block.calls).toHaveLength(1);
});

test("waits a moment for a checkout that has no token yet", async () => {
  const block = await open({ signals: { checkoutToken: null } });
  expect(block.calls).toEqual([]);
  await block.update({ checkoutToken: "late-token" });
  expect(block.calls[0]?.body).toMatchObject({ checkoutToken: "late-token" });
});

test("products stand beside each other where the merchant wants a grid", async () => {
  const block = await open({ signals: { settings: { layout: "grid" } } });
  expect(propertyOf(block.drawn().all("s-grid")[0], "gridTemplateColumns")).toContain("auto-fill");
});
