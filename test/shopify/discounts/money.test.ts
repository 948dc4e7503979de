import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { discountedPrice } from "../../../app/domain/decisions/offerable";
import type { Discount } from "../../../app/domain/offers/offer";
import type { Saving } from "../../../app/domain/placements/contract";
import { buildStep } from "../../setup/build/stamp";
import { extensionBundles } from "../../setup/build/steps";
import { propertyRuns } from "../../support/property-runs";
import { FunctionRegistry } from "../functions/registry";
import { AdjustableClock } from "../store/clock";
import { createCheckout } from "../store/checkouts";
import { createAutomaticAppDiscount } from "../store/discounts/commands";
import { gid } from "../store/ids";
import { installApp } from "../store/installations";
import { setMetafields } from "../store/metafields";
import { completeCheckout } from "../store/orders";
import { priceCheckout } from "../store/pricing";
import { createProduct } from "../store/products";
import { createShop } from "../store/shops";
import { Store } from "../store/store";
import type { JournalEntry } from "../store/store";
import { replayEntry } from "../store/commands";
import { key, signText } from "../../extensions/offer-discount/carts";
import { signedText } from "../../../app/domain/discounts/offer-token";

const runs = propertyRuns(60);
const currencies = ["GBP", "JPY", "KWD"] as const;
const exponents = { GBP: 2, JPY: 0, KWD: 3 };

let functions: FunctionRegistry;
beforeAll(async () => {
  const bundles = extensionBundles("http://localhost:4101");
  await buildStep(bundles);
  functions = new FunctionRegistry(bundles.folder);
}, 120_000);

function openShop(store: Store, currency: string) {
  const shop = createShop(store, { handle: `shop-${store.shops.size}`, currency, timezone: "Asia/Tokyo" });
  installApp(store, { shop: shop.domain, scopes: ["write_discounts"], subscriptions: [] });
  const combinesWith = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true };
  const { id } = createAutomaticAppDiscount(store, { shop: shop.domain, discount: { title: "Encore offers", functionHandle: "offer-discount", discountClasses: ["PRODUCT"], combinesWith, startsAt: 0, endsAt: null } });
  setMetafields(store, { shop: shop.domain, metafields: [{ ownerId: gid("DiscountAutomaticNode", id), namespace: "app--1", key: "offer-discount", type: "json", value: JSON.stringify({ keys: [key.toString("hex")], redeemed: "" }) }] });
  return shop;
}

const cases = fc.record({
  currency: fc.constantFrom(...currencies),
  price: fc.integer({ min: 1, max: 1_000_000 }),
  quantity: fc.integer({ min: 1, max: 100 }),
  signed: fc.integer({ min: 1, max: 100 }),
  discount: fc.oneof(
    fc.integer({ min: 1, max: 100 }).map((percent): Discount => ({ kind: "percentage", percent })),
    fc.integer({ min: 1, max: 1_200_000 }).map((amountMinor): Discount => ({ kind: "fixed", amountMinor })),
  ),
});

test("what a checkout takes is what the offer showed, to the minor unit of each signed unit and never more", () => {
  const store = new Store({ clock: new AdjustableClock(), seed: "money" });
  store.functions = functions;
  const shops = Object.fromEntries(currencies.map((currency) => [currency, openShop(store, currency)]));
  fc.assert(fc.property(cases, ({ currency, price, quantity, signed, discount }) => {
    const shop = shops[currency];
    if (!shop) return false;
    const variantId = createProduct(store, { shop: shop.domain, product: { title: "Thing", variants: [{ price, tracked: false }] } }).variants[0]?.id ?? 0;
    const saving: Saving = discount.kind === "percentage" ? discount : { kind: "fixed", amount: { minor: discount.kind === "fixed" ? discount.amountMinor : 0, currency, exponent: exponents[currency] } };
    const claim = { claimId: "019aa5c2-7b1e-7c34-9f21-0123456789ab", variantId, quantity: signed, saving, expiresAt: new Date(store.clock.now() + 3_600_000) };
    const value = signText(signedText(claim, shop.timezone));
    const checkout = createCheckout(store, { shop: shop.domain, lines: [{ variantId, quantity, properties: [{ key: "_encore", value }] }] });
    const units = Math.min(signed, quantity);
    const shown = discountedPrice(price, discount) * units + price * (quantity - units);
    const charged = priceCheckout(shop, checkout).subtotal;
    return charged <= shown && shown - charged < (discount.kind === "percentage" ? units : 1);
  }), runs);
  expect(functions.failures).toEqual([]);
});

test("a replayed journal comes to the same order without running the Function again", () => {
  const journal: JournalEntry[] = [];
  const store = new Store({ clock: new AdjustableClock(), seed: "replay" });
  store.functions = functions;
  store.journalTo((entry) => journal.push(structuredClone(entry)));
  const shop = openShop(store, "GBP");
  const variantId = createProduct(store, { shop: shop.domain, product: { title: "Thing", variants: [{ price: 1_000, tracked: false }] } }).variants[0]?.id ?? 0;
  const claim = { claimId: "019aa5c2-7b1e-7c34-9f21-0123456789ab", variantId, quantity: 1, saving: { kind: "percentage", percent: 30 } as const, expiresAt: new Date(store.clock.now() + 3_600_000) };
  const properties = [{ key: "_encore", value: signText(signedText(claim, shop.timezone)) }];
  const checkout = createCheckout(store, { shop: shop.domain, lines: [{ variantId, quantity: 1, properties }], email: "a@example.com" });
  const order = completeCheckout(store, { shop: shop.domain, token: checkout.token });
  expect(order.lines[0]?.discounts).toMatchObject([{ kind: "automatic", amount: 300 }]);

  const again = new Store({ clock: new AdjustableClock(), seed: "replay" });
  for (const entry of journal) replayEntry(again, JSON.parse(JSON.stringify(entry)) as JournalEntry);
  expect(again.getShop(shop.domain).orders.get(order.id)).toEqual(order);
});
