import { beforeAll, describe, expect, test } from "vitest";
import type { ApplyResult } from "../../shopify/post-purchase/contract";
import { buildBundle } from "./bundle";
import { calculate, calculateLine, decision, goodHost, second } from "./fixtures";
import type { Host, Page } from "./page";
import { openPage as open, settle } from "./page";

let code: string;
beforeAll(async () => {
  ({ code } = await buildBundle());
});
const openPage = (parts: Partial<Host> = {}) => open(code, goodHost(parts));
const paths = (calls: Array<{ path: string }>) => calls.map(({ path }) => path.replace("/api/post-purchase/", ""));

test("shows the store's product, its old and new price, and every part of the total", async () => {
  const page = await openPage();
  expect(page.problems()).toEqual([]);
  for (const text of ["A mug to match", "Because you bought the teapot.", "Spotted mug", "£10.00", "£8.00", "−£2.00", "£3.50", "£1.60", "£13.10"]) {
    expect(page.text()).toContain(text);
  }
  expect(page.components("CalloutBanner")).toHaveLength(1);
  expect(page.components("Image")[0]?.props).toMatchObject({ source: "https://cdn.shopify.com/mug.png", description: "Spotted mug" });
  expect(page.button("Pay now · £13.10")?.props.disabled).toBe(false);
  expect(page.button("No, thank you")?.props.disabled).toBe(false);
});

test("the price agrees with the sums when Shopify rounds the discount up", async () => {
  const page = await openPage({ calculate: (changeset) => calculateLine(changeset, 7.99) });
  expect(page.text()).toContain("£7.99");
  expect(page.text()).toContain("−£2.01");
  expect(page.text()).not.toContain("£8.00");
});

test("reports the impression once it is shown", async () => {
  expect((await openPage()).calls).toEqual([
    { path: "/api/post-purchase/impression", token: "the.purchase.token", request: { decisionId: "decision-1" } },
  ]);
});

test("asks again for the offer when the browser kept none", async () => {
  const page = await openPage({ stored: undefined });
  expect(paths(page.calls)).toEqual(["decision", "impression"]);
  expect(page.text()).toContain("Spotted mug");
});

test("goes on to the confirmation when there is no offer after all", async () => {
  const page = await openPage({ stored: undefined, app: () => Response.json({ render: false }) });
  expect(page.done).toBe(1);
});

test("cannot be accepted while the total is not known", async () => {
  const page = await openPage({ calculate: () => new Promise(() => undefined) });
  page.button("Calculating the total")?.props.onPress();
  await settle();
  expect(page.button("Calculating the total")?.props.disabled).toBe(true);
  expect(paths(page.calls)).toEqual(["impression"]);
});

test("says that the total cannot be calculated and still lets the shopper go", async () => {
  const page = await openPage({ calculate: async () => { throw new Error("offline"); } });
  expect(page.text()).toContain("The total could not be calculated. | It was not added to your order and not charged.");
  expect(page.button("Pay now")?.props.disabled).toBe(true);
  page.button("No, thank you")?.props.onPress();
  await settle();
  expect(page.done).toBe(1);
});

test("calculates once for several quick choices and shows the last", async () => {
  const page = await openPage();
  for (const quantity of ["2", "3", "2"]) page.select("Quantity")?.props.onChange(quantity);
  expect(page.text()).not.toContain("£13.10");
  await settle();
  expect(page.calculated).toHaveLength(2);
  expect(page.button("Pay now · £22.70")?.props.disabled).toBe(false);
  expect(page.select("Quantity")?.props.value).toBe("2");
});

test("an answer that comes late does not overwrite a newer one", async () => {
  let asked = 0;
  const page = await openPage({
    calculate: async (changeset) => {
      asked += 1;
      if (asked === 1) await settle(120);
      return calculate(changeset);
    },
  });
  page.select("Quantity")?.props.onChange("2");
  await settle(200);
  expect(page.button("Pay now · £22.70")).toBeDefined();
});

test("another variant brings its own price, picture and stock", async () => {
  const page = await openPage();
  page.select("Option")?.props.onChange("2");
  await settle();
  expect(page.text()).toContain("£12.00");
  expect(page.components("Image")[0]?.props).toMatchObject({ source: "https://cdn.shopify.com/blue.png" });
  expect(page.select("Quantity")).toBeUndefined();
});

test("signs and applies what was chosen, reports it and ends at the confirmation", async () => {
  const page = await openPage();
  page.select("Quantity")?.props.onChange("2");
  await settle();
  page.button("Pay now")?.props.onPress();
  await settle();
  expect(page.calls.slice(1)).toMatchObject([
    { path: "/api/post-purchase/changeset", request: { decisionId: "decision-1", offerId: "offer-1", variantId: 1, quantity: 2 } },
    { path: "/api/post-purchase/outcome", request: { decisionId: "decision-1", outcome: "applied" } },
  ]);
  expect(page.applied).toEqual(["signed"]);
  expect(page.done).toBe(1);
});

test("pressing twice pays once", async () => {
  const page = await openPage();
  const press = page.button("Pay now")?.props.onPress;
  press?.();
  press?.();
  page.button("No, thank you")?.props.onPress();
  await settle();
  expect(paths(page.calls)).toEqual(["impression", "changeset", "outcome"]);
  expect(page).toMatchObject({ applied: ["signed"], done: 1 });
});

test("a decline is reported and ends at the confirmation, even when nobody answers", async () => {
  const page = await openPage({ app: ({ path }) => (path.endsWith("outcome") ? null : new Response(null, { status: 204 })) });
  page.button("No, thank you")?.props.onPress();
  page.button("No, thank you")?.props.onPress();
  await settle();
  expect(page.calls.slice(1).map(({ request }) => request)).toEqual([{ decisionId: "decision-1", outcome: "declined" }, { after: "decision-1" }]);
  expect(page).toMatchObject({ applied: [], done: 1 });
});

describe("after a decline", () => {
  const decline = async (page: Page) => {
    page.button("No, thank you")?.props.onPress();
    await settle();
  };
  const answering = (next: unknown): Partial<Host> => ({
    app: ({ path }) => (path.endsWith("/decision") ? Response.json(next) : path.endsWith("/changeset") ? Response.json({ token: "signed" }) : new Response(null, { status: 204 })),
  });

  test("a second page takes the place of the first, with its own total and impression", async () => {
    const page = await openPage(answering(second));
    await decline(page);
    expect(page.problems()).toEqual([]);
    expect(page.text()).toContain("Plain mug");
    expect(page.text()).not.toContain("Spotted mug");
    expect(page.components("CalloutBanner")).toHaveLength(1);
    expect(page.button("Pay now · £15.10")?.props.disabled).toBe(false);
    expect(page.calls.slice(1)).toMatchObject([
      { path: "/api/post-purchase/outcome", request: { decisionId: "decision-1", outcome: "declined" } },
      { path: "/api/post-purchase/decision", token: "the.purchase.token", request: { after: "decision-1" } },
      { path: "/api/post-purchase/impression", request: { decisionId: "decision-2" } },
    ]);
    expect(page.done).toBe(0);
  });

  test("what is accepted there is the second offer", async () => {
    const page = await openPage(answering(second));
    await decline(page);
    page.button("Pay now")?.props.onPress();
    await settle();
    expect(page.calls.slice(-2).map(({ request }) => request)).toEqual([
      { decisionId: "decision-2", offerId: "offer-2", variantId: 2, quantity: 1 }, { decisionId: "decision-2", outcome: "applied" },
    ]);
    expect(page).toMatchObject({ applied: ["signed"], done: 1 });
  });

  test("there is no third", async () => {
    const page = await openPage(answering(second));
    await decline(page);
    await decline(page);
    expect(paths(page.calls)).toEqual(["impression", "outcome", "decision", "impression", "outcome"]);
    expect(page.done).toBe(1);
  });

  test.each<[string, () => Response | null]>([
    ["offers nothing more", () => Response.json({ render: false })],
    ["does not answer within a second", () => null],
    ["fails", () => new Response("no", { status: 500 })],
    ["refuses", () => Response.json({ error: "unauthorized" }, { status: 401 })],
    ["answers with something else", () => Response.json({ render: true, decisionId: "decision-2", offer: { variants: [] } })],
    ["answers with no JSON", () => new Response("<html>")],
  ])("it goes on to the confirmation when the app %s", async (_case, app) => {
    const page = await openPage({ app: ({ path }) => (path.endsWith("/decision") ? app() : new Response(null, { status: 204 })) });
    await decline(page);
    expect(page).toMatchObject({ applied: [], done: 1 });
    expect(page.text()).not.toContain("Plain mug");
  });

  test("an answer to what was chosen on the first page changes nothing on the second", async () => {
    let asked = 0;
    const page = await openPage({
      ...answering(second),
      calculate: async (changeset) => {
        asked += 1;
        if (asked === 1) await settle(250);
        return calculate(changeset);
      },
    });
    await decline(page);
    await settle(250);
    expect(page.button("Pay now · £15.10")).toBeDefined();
  });

  test.each(["de", "en", "es", "fr", "it", "ja", "nl", "pt"])("%s goes on in the shopper's language", async (locale) => {
    const page = await openPage({ ...answering(second), locale });
    const labels = () => page.components("Button").map(({ children: [label] }) => (label && "text" in label ? label.text.split(" · ")[0] : ""));
    const before = labels();
    page.components("Button").slice(-1).forEach(({ props }) => (props as { onPress: () => void }).onPress()); // decline is the last
    await settle();
    expect(page.text()).toContain("Plain mug");
    expect(labels()).toEqual(before);
  });
});

describe("when it cannot be added", () => {
  const notCharged = "It was not added to your order and not charged.";
  const code = (errorCode: ApplyResult["errors"][number]["code"], status: ApplyResult["status"] = "unprocessed"): ApplyResult => ({
    status, errors: [{ code: errorCode, message: "" }], changesetApplicationsRemaining: 0,
  });

  test.each([
    [code("payment_required"), "The payment did not go through.", notCharged],
    [code("insufficient_inventory"), "There is not enough of this item left.", notCharged],
    [code("changeset_already_applied"), "You have already accepted this offer.", "You have not been charged again."],
    [code("unsupported_payment_method"), "Your payment method cannot be used for this.", notCharged],
    [code("invalid_request"), "Something went wrong in the shop.", notCharged],
    [code("server_error"), "Something went wrong in the shop.", notCharged],
    [code("buyer_consent_required"), "Something went wrong in the shop.", notCharged],
    [code("subscription_vaulting_error"), "Something went wrong in the shop.", notCharged],
    [code("subscription_contract_creation_error"), "Something went wrong in the shop.", notCharged],
    [code("subscription_no_shipping_address_error"), "Something went wrong in the shop.", notCharged],
    [code("subscription_limit_error"), "Something went wrong in the shop.", notCharged],
    [code("order_released_error"), "Your order is already being prepared.", notCharged],
    [code("payment_required", "partially_processed"), "The payment did not go through.", "It is on your order but not paid yet."],
  ])("$status $errors.0.code says what happened to the money and leads on", async (result, why, money) => {
    const page = await openPage({ apply: async () => result });
    page.button("Pay now")?.props.onPress();
    await settle();
    expect(page.text()).toContain(`${why} | ${money}`);
    expect(page.components("Button")).toHaveLength(1);
    expect(page.done).toBe(0);
    page.button("Continue to your order")?.props.onPress();
    await settle();
    expect(page.done).toBe(1);
  });

  test.each([
    ["soldOut", "There is not enough of this item left."], ["quantity", "There is not enough of this item left."],
    ["changed", "The offer or its price has just changed."], ["unknownDecision", "This offer is no longer available."],
    ["otherOrder", "This offer is no longer available."], ["notOffered", "This offer is no longer available."],
    ["declined", "This offer is no longer available."], ["expired", "This offer is no longer available."],
    ["tooMany", "This offer is no longer available."],
  ])("a refusal of the app's (%s) applies nothing and says so", async (refused, why) => {
    const page = await openPage({ app: ({ path }) => (path.endsWith("changeset") ? Response.json({ refused }, { status: 409 }) : new Response(null, { status: 204 })) });
    page.button("Pay now")?.props.onPress();
    await settle();
    expect(page.text()).toContain(`${why} | ${notCharged}`);
    expect(page.applied).toEqual([]);
  });

  test("an offer accepted before with another choice is not charged again", async () => {
    const page = await openPage({ app: ({ path }) => (path.endsWith("changeset") ? Response.json({ refused: "alreadyAccepted" }, { status: 409 }) : new Response(null, { status: 204 })) });
    page.button("Pay now")?.props.onPress();
    await settle();
    expect(page.text()).toContain("You have already accepted this offer. | You have not been charged again.");
  });

  test("without the app nothing is charged", async () => {
    const page = await openPage({ app: ({ path }) => { if (path.endsWith("changeset")) throw new TypeError("offline"); return new Response(null, { status: 204 }); } });
    page.button("Pay now")?.props.onPress();
    await settle(250);
    expect(page.text()).toContain(`The connection was lost. | ${notCharged}`);
    expect(page.applied).toEqual([]);
  });

  test("a lost payment reply is asked for again with the same token", async () => {
    let tries = 0;
    const page = await openPage({ apply: async () => { tries += 1; if (tries === 1) throw new Error("lost"); return code("changeset_already_applied"); } });
    page.button("Pay now")?.props.onPress();
    await settle(200);
    expect(page).toMatchObject({ applied: ["signed", "signed"], done: 1 });
  });

  test("when every payment reply is lost it promises nothing", async () => {
    const page = await openPage({ apply: async () => { throw new Error("lost"); } });
    page.button("Pay now")?.props.onPress();
    await settle(250);
    expect(page.text()).toContain("The connection was lost. | If it is on your order, it was charged once; otherwise not at all.");
  });
});

test.each([
  ["de-DE", "Jetzt bezahlen · 13,10\u00a0£", "Nein, danke"], ["fr", "Payer · 13,10\u00a0£", "Non, merci"], ["es-ES", "Pagar ahora · 13,10\u00a0GBP", "No, gracias"],
  ["it", "Paga ora", "No, grazie"], ["nl", "Nu betalen", "Nee, bedankt"], ["pt-BR", "Pagar agora", "Não, obrigado"], ["ja", "今すぐ支払う", "いいえ、結構です"],
])("speaks %s", async (locale, accept, decline) => {
  const page = await openPage({ locale });
  expect(page.button(accept.split(" · ")[0] ?? "")).toBeDefined();
  expect(page.button(decline)).toBeDefined();
});

test("nothing but what is said here is kept: an offer without a discount has no struck price", async () => {
  const plain = structuredClone(decision);
  if (!plain.render) throw new Error("no offer");
  plain.offer.discount = null;
  plain.offer.variants = [{ variantId: 1, title: "", imageUrl: null, priceMinor: 1000, discountedMinor: 1000, maxQuantity: 1 }];
  const page = await openPage({ stored: plain, calculate: (changeset) => calculateLine(changeset, 10) });
  expect(page.components("Text").map(({ props }) => props)).toEqual([expect.not.objectContaining({ role: "deletion" })]);
  expect(page.components("Select")).toEqual([]);
});
