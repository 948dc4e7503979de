import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { BlockReply, ChoiceReply } from "../../../app/domain/placements/contract";
import type { AppCall, Place } from "./block";
import { openBlock, settle } from "./block";
import { buildBundle } from "./bundles";
import { propertyOf } from "./drawn";
import { coupon, items, link, products, purchaseSignals, shopSettings, shows, thanks } from "./fixtures";

beforeAll(async () => {
  await buildBundle("thank-you");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const confirmation = { orderConfirmation: { order: { id: "gid://shopify/OrderIdentity/500" }, isFirstOrder: false } };

/** An app that answers with a decision, and with a choice when it is asked for one. */
function app(reply: BlockReply, choice: ChoiceReply | Response | null = items()) {
  return ({ path }: AppCall) => {
    if (path.endsWith("/decision")) return Response.json(reply);
    if (!path.endsWith("/choice")) return new Response(null, { status: 204 });
    if (choice === null || choice instanceof Response) return choice;
    return Response.json(choice, { status: "refused" in choice ? 409 : 200 });
  };
}
const open = (place: Partial<Place> & Pick<Place, "app">) => openBlock({
  extension: "thank-you", target: "purchase.thank-you.block.render", ...place, signals: { ...purchaseSignals, ...confirmation, ...place.signals },
});
const paths = (calls: AppCall[]) => calls.map(({ path }) => path.replace("/api/placements/", ""));

test("asks with the order, its lines in minor units, and room for what the merchant set", async () => {
  const block = await open({ app: app({ show: false }), signals: { settings: { products: 4 } } });
  expect(block.calls).toEqual([{
    path: "/api/placements/decision",
    authorization: "Bearer the.session.token",
    body: {
      placement: "thank-you", checkoutToken: "checkout-token", orderId: 500, totalMinor: 4348, currency: "GBP", countryCode: "GB", locale: "en", room: 4,
      discountCodes: [], market: "gb",
      lines: [{ productId: 7, variantId: 71, quantity: 2, totalMinor: 3998 }],
    },
  }]);
});

test("holds its place while the app is asked", async () => {
  vi.useFakeTimers();
  const block = await open({ app: () => null });
  expect(block.drawn().all("s-skeleton-paragraph").length).toBeGreaterThan(0);
});

test.each<[string, Place["app"]]>([
  ["offers nothing", app({ show: false })],
  ["fails", () => new Response("no", { status: 500 })],
  ["refuses the token", () => Response.json({ error: "unauthorized" }, { status: 401 })],
  ["answers with something else", () => Response.json({ show: "yes" })],
  ["offers products without variants", app(shows({ ...products, products: [{ productId: 1, variants: [] }] } as never))],
  ["offers a kind that is not known yet", app(shows({ kind: "lottery" } as never))],
  ["answers with no JSON", () => new Response("<html>")],
])("shows nothing when the app %s", async (_case, answer) => {
  const block = await open({ app: answer });
  expect(block.drawn().isEmpty).toBe(true);
  expect(paths(block.calls)).toEqual(["decision"]);
});

test("shows nothing when no answer comes within 2.5 seconds", async () => {
  vi.useFakeTimers();
  const block = await open({ app: () => null });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(block.drawn().isEmpty).toBe(false);
  await vi.advanceTimersByTimeAsync(600);
  expect(block.drawn().isEmpty).toBe(true);
});

test.each([
  ["the merchant switched it off", { enabled: false }],
  ["nothing is offered", { enabled: true, live: false }],
])("makes no call where %s", async (_case, settings) => {
  const block = await open({ app: app(shows(products)), signals: { appMetafields: shopSettings({ "thank-you": settings }) } });
  expect(block.calls).toEqual([]);
  expect(block.drawn().isEmpty).toBe(true);
});

test.each([
  ["nothing is set", {}, {}, "Goes well with it"],
  ["the shop has a heading", { "thank-you": { heading: { en: "More of it" } } }, {}, "More of it"],
  ["the shop's heading is in another language", { "thank-you": { heading: { de: "Mehr davon" } } }, {}, "Goes well with it"],
  ["the editor has one as well", { "thank-you": { heading: { en: "More of it" } } }, { heading: "Here" }, "Here"],
  ["the metafield is damaged", "{", {}, "Goes well with it"],
])("its heading when %s", async (_case, shop, settings, heading) => {
  const block = await open({ app: app(shows(products)), signals: { settings, appMetafields: shopSettings(Object(shop) as object) } });
  expect(block.drawn().property("s-section", "heading")).toBe(heading);
});

test("its buttons say what the shop has them say in the shopper's language, aloud as well; the others stay", async () => {
  const words = { pick: { en: "I'll have it", de: "Nehme ich" }, decline: { en: "Rather not" }, toCheckout: { de: "Zur Kasse" } };
  const block = await open({ app: app(shows(products)), signals: { appMetafields: shopSettings({ "thank-you": { words } }) } });
  expect(block.drawn().named("I'll have it: Spotted mug")).toBeDefined();
  expect(block.drawn().text).toContain("Rather not");
  expect(block.drawn().text).not.toContain("No, thank you");
  await block.turn("I'll have it: Spotted mug", true);
  await block.click("Continue with 1 product");
  expect(block.drawn().named("Go to checkout")).toBeDefined();
});

describe("products", () => {
  test("stand with both prices, the variant, the quantity and why they are shown; nothing is chosen", async () => {
    const block = await open({ app: app(shows(products)) });
    const { text, names, all } = block.drawn();
    for (const part of ["Goes well with it", "Because of the teapot.", "20% off", "Spotted mug", "£10.00", "£8.00", "Often bought together", "Tea tray", "£20.00"]) {
      expect(text).toContain(part);
    }
    expect(names()).toEqual(["Spotted mug", "Option", "Quantity", "Choose Spotted mug", "Quantity", "Choose Tea tray", "No, thank you, hide this offer"]);
    expect(all("s-checkbox").map((box) => propertyOf(box, "checked"))).toEqual([false, false]);
  });

  test("are reported as seen when they are on the screen, once", async () => {
    const block = await open({ app: app(shows(products)), signals: { "extension.rendered": false } });
    expect(paths(block.calls)).toEqual(["decision"]);
    await block.update({ "extension.rendered": true });
    await block.update({ "extension.rendered": false });
    await block.update({ "extension.rendered": true });
    expect(block.calls.slice(1).map(({ path, body }) => [path, body])).toEqual([
      ["/api/placements/impression", { decisionId: "decision-1", checkoutToken: "checkout-token" }],
    ]);
  });

  test("lead to a checkout with what was chosen", async () => {
    const block = await open({ app: app(shows(products)) });
    await block.turn("Choose Spotted mug", true);
    await block.fill("Quantity", "2");
    await block.turn("Choose Tea tray", true);
    await block.click("Continue with 2 products");
    expect(block.calls.at(-1)?.body).toEqual({
      decisionId: "decision-1", checkoutToken: "checkout-token", items: [{ variantId: 1, quantity: 2 }, { variantId: 5, quantity: 1 }],
    });
    expect(propertyOf(block.drawn().named("Go to checkout"), "href")).toBe("https://shop.example/cart/1:1");
    expect(block.drawn().text).toContain("Nothing is charged before you pay for it.");
    expect(block.drawn().named("No, thank you, hide this offer")).toBeUndefined();
  });

  test("show the price of the variant that is chosen, and no more of it than there are", async () => {
    const block = await open({ app: app(shows(products)) });
    await block.fill("Quantity", "3");
    await block.fill("Option", "2");
    expect(block.drawn().text).toContain("£9.60");
    await block.turn("Choose Spotted mug", true);
    await block.click("Continue with 1 product");
    expect(block.calls.at(-1)?.body).toMatchObject({ items: [{ variantId: 2, quantity: 1 }] });
  });

  test("need a new checkout after a change of mind", async () => {
    const block = await open({ app: app(shows(products)) });
    await block.turn("Choose Spotted mug", true);
    await block.click("Continue with 1 product");
    await block.turn("Choose Tea tray", true);
    expect(block.drawn().named("Go to checkout")).toBeUndefined();
    expect(block.drawn().named("Continue with 2 products")).toBeDefined();
  });

  test("never offer more than the most that can be had", async () => {
    const block = await open({ app: app(shows(products)) });
    await block.fill("Quantity", "99");
    expect(block.drawn().property("s-number-field", "value")).toBe("3");
  });

  test.each<[string, ChoiceReply | Response, string]>([
    ["sold out", { refused: "soldOut" }, "Sorry, there is not enough of it left."],
    ["dearer", { refused: "changed" }, "The price has just changed, so nothing was chosen for you."],
    ["too many", { refused: "quantity" }, "That is more than this offer allows. Please choose fewer."],
    ["over", { refused: "expired" }, "This offer is no longer available. Nothing has changed for you."],
    ["not answered", new Response("no", { status: 502 }), "The connection was lost. Please try again."],
    ["not understood", Response.json({}, { status: 400 }), "This offer is no longer available. Nothing has changed for you."],
  ])("say so when the choice is %s", async (_case, choice, text) => {
    const block = await open({ app: app(shows(products), choice) });
    await block.turn("Choose Spotted mug", true);
    await block.click("Continue with 1 product");
    expect(block.drawn().text).toContain(text);
    expect(block.drawn().named("Continue with 1 product")).toBeDefined();
  });

  test("vanish after no, and the app is told", async () => {
    const block = await open({ app: app(shows(products)) });
    await block.click("No, thank you, hide this offer");
    expect(block.drawn().isEmpty).toBe(true);
    expect(block.calls.at(-1)).toMatchObject({ path: "/api/placements/decline", body: { decisionId: "decision-1", checkoutToken: "checkout-token" } });
  });
});

describe("a coupon", () => {
  const code: ChoiceReply = { kind: "coupon", code: "THANKS-9F2C", expiresAt: "2026-12-21T23:59:59Z", shopUrl: "https://shop.example/" };

  test("names its terms before its code, which is asked for only on demand", async () => {
    const block = await open({ app: app(shows(coupon), code) });
    expect(block.drawn().text).toContain("£5.00 off");
    expect(block.drawn().text).toContain("Valid for 30 days. For orders from £30.00. It can be used once.");
    expect(paths(block.calls)).toEqual(["decision", "impression"]);
  });

  test("shows its code, until when it is valid, and copies it", async () => {
    const block = await open({ app: app(shows(coupon), code) });
    await block.click("Show my code");
    const drawn = block.drawn();
    expect(block.calls.at(-1)).toMatchObject({ path: "/api/placements/choice", body: { decisionId: "decision-1", items: [] } });
    expect(drawn.text).toContain("THANKS-9F2C");
    expect(drawn.text).toContain("Valid until December 21, 2026.");
    expect(propertyOf(drawn.named("Copy code"), "commandFor")).toBe(drawn.property("s-clipboard-item", "id"));
    expect(drawn.property("s-clipboard-item", "text")).toBe("THANKS-9F2C");
    expect(propertyOf(drawn.named("Go to the shop"), "href")).toBe("https://shop.example/");
  });

  test("says that it is gone, and shows none", async () => {
    const block = await open({ app: app(shows(coupon), { refused: "unknownDecision" }) });
    await block.click("Show my code");
    expect(block.drawn().text).toContain("This offer is no longer available.");
    expect(block.drawn().all("s-clipboard-item")).toEqual([]);
  });
});

test("a collection is a link with its number of products", async () => {
  const block = await open({ app: app(shows(link)) });
  expect(propertyOf(block.drawn().named("View 12 products"), "href")).toBe("https://shop.example/collections/tea");
});

test("a plain thank-you asks for nothing", async () => {
  const block = await open({ app: app(shows(thanks)) });
  expect(block.drawn().text).toBe("Thank you It means a lot to a small shop.");
  expect(block.drawn().names()).toEqual([]);
});

test("the editor sees a sample, and nothing it does is counted", async () => {
  const block = await open({ app: app(shows(products)), isEditor: true, signals: { appMetafields: shopSettings({ "thank-you": { enabled: false } }) } });
  expect(block.calls.map(({ body }) => body.preview)).toEqual([true]);
  await block.turn("Choose Spotted mug", true);
  await block.click("No, thank you, hide this offer");
  await settle();
  expect(paths(block.calls)).toEqual(["decision"]);
});

test.each([["de", "20 % Rabatt", "8,00\u00a0£"], ["ja", "20%引き", "£8.00"], ["fr", "20\u00a0% de réduction", "8,00\u00a0£GB"]])("in %s", async (language, saving, price) => {
  const block = await open({ app: app(shows(products)), language });
  const text = block.drawn().text;
  expect(text.replaceAll("\u202f", "\u00a0")).toContain(saving.replace("20 %", "20\u00a0%"));
  expect(text).toContain(price);
});
