import { beforeAll, describe, expect, test } from "vitest";
import { signedText } from "../../../app/domain/discounts/offer-token";
import type { DiscountFunction } from "../../shopify/functions/discount-function";
import type { FunctionCart } from "../../shopify/functions/discount-input";
import { builtFunction } from "./bundle";
import { buildCart, buildClaim, claimId, key, otherId, signText, tokenOf } from "./carts";

let discount: DiscountFunction;

beforeAll(async () => {
  ({ discount } = await builtFunction());
});

/** "{line} x{quantity} {value}" of each discount given. */
function given(cart: FunctionCart): string[] {
  return discount.discountsFor(cart).map(({ targets, value }) => {
    const line = targets[0]?.cartLine;
    const off = value.percentage ? `${value.percentage.value} %` : `${value.fixedAmount?.amount ?? ""}${value.fixedAmount?.appliesToEachItem ? " each" : ""}`;
    return `${line?.id.split("/").at(-1) ?? ""} x${line?.quantity ?? 0} ${off}`;
  });
}

const fixed = { kind: "fixed", amount: { minor: 1_250, currency: "GBP", exponent: 2 } } as const;
const yen = { kind: "fixed", amount: { minor: 300, currency: "JPY", exponent: 0 } } as const;

describe("what the app signed is given", () => {
  test.each([
    ["a percentage", { lines: [{ token: tokenOf(), quantity: 2 }] }, ["0 x2 15 %"]],
    ["to the line that carries it", { lines: [{}, { token: tokenOf() }] }, ["1 x1 15 %"]],
    ["an amount off each unit", { lines: [{ token: tokenOf({ saving: fixed }), quantity: 2 }] }, ["0 x2 12.50 each"]],
    ["an amount of a currency without decimals", { lines: [{ token: tokenOf({ saving: yen }) }] }, ["0 x1 300 each"]],
    ["an amount in another currency, rounded down", { lines: [{ token: tokenOf({ saving: fixed }) }], presentmentCurrencyRate: "1.16999" }, ["0 x1 14.62 each"]],
    ["two offers on two lines", { lines: [{ token: tokenOf() }, { variantId: 12, token: tokenOf({ claimId: otherId, variantId: 12 }) }] }, ["0 x1 15 %", "1 x1 15 %"]],
    ["two variants of one offer", { lines: [{ token: tokenOf() }, { variantId: 12, token: tokenOf({ variantId: 12 }) }] }, ["0 x1 15 %", "1 x1 15 %"]],
    ["under the key before the present one", { lines: [{ token: tokenOf() }], keys: [Buffer.alloc(32, 9), key] }, ["0 x1 15 %"]],
    ["by the cart's attribute", { lines: [{}, { variantId: 12 }], cartTokens: [tokenOf({ claimId: otherId, variantId: 12 })] }, ["1 x1 15 %"]],
    ["by several in the cart's attribute", { lines: [{}, { variantId: 12 }], cartTokens: [tokenOf({ claimId: otherId, variantId: 12 }), tokenOf()] }, ["0 x1 15 %", "1 x1 15 %"]],
    ["in the shop's last step before its end", { lines: [{ token: tokenOf() }], now: Date.parse("2026-11-22T15:59:59Z") }, ["0 x1 15 %"]],
  ])("%s", (_name, cart, expected) => {
    expect(given(buildCart(cart))).toEqual(expected);
  });
});

describe("more than was signed is not", () => {
  test.each([
    ["a line of more units", { lines: [{ token: tokenOf(), quantity: 5 }] }, ["0 x2 15 %"]],
    ["one claim on two lines", { lines: [{ token: tokenOf(), quantity: 2 }, { token: tokenOf(), quantity: 2 }] }, ["0 x2 15 %"]],
    ["one claim spread over lines", { lines: [{ token: tokenOf() }, { token: tokenOf(), quantity: 3 }] }, ["0 x1 15 %", "1 x1 15 %"]],
    ["two signatures of one claim", { lines: [{ token: tokenOf({ quantity: 1 }) }, { token: tokenOf({ quantity: 2 }), quantity: 2 }] }, ["0 x1 15 %"]],
    ["a claim on its line and in the cart", { lines: [{ token: tokenOf({ quantity: 1 }) }, {}], cartTokens: [tokenOf({ quantity: 1 })] }, ["0 x1 15 %"]],
    ["two claims for one line", { lines: [{ token: tokenOf(), quantity: 4 }], cartTokens: [tokenOf({ claimId: otherId })] }, ["0 x2 15 %"]],
  ])("%s", (_name, cart, expected) => {
    expect(given(buildCart(cart))).toEqual(expected);
  });
});

const good = tokenOf();
const parts = good.split(".");
const replaced = (index: number, value: string) => parts.map((part, at) => (at === index ? value : part)).join(".");

describe("what the app did not sign, or not for this, is refused", () => {
  test.each([
    ["no signature", replaced(6, "")],
    ["another key", tokenOf({}, Buffer.alloc(32, 8))],
    ["another claim's signature", replaced(6, tokenOf({ claimId: otherId }).split(".")[6] ?? "")],
    ["a changed claim", replaced(1, tokenOf({ claimId: otherId }).split(".")[1] ?? "")],
    ["a changed variant", replaced(2, "12")],
    ["a raised quantity", replaced(3, "9")],
    ["a raised percentage", replaced(4, "p90")],
    ["a later end", replaced(5, "2099010100")],
    ["the last character of the signature", `${good.slice(0, -1)}${good.endsWith("A") ? "E" : "A"}`],
    ["leftover bits of the signature", `${good.slice(0, -1)}${String.fromCharCode(good.charCodeAt(good.length - 1) + 1)}`],
    ["a shortened signature", good.slice(0, -1)],
    ["a lengthened signature", `${good}A`],
    ["more text", `${good} `], ["text before", ` ${good}`], ["two tokens on a line", `${good},${good}`],
    ["another version", signText(parts.slice(0, 6).join(".").replace(/^1/, "2"))],
    ["another variant's offer", tokenOf({ variantId: 12 })],
    ["an offer that is over", tokenOf({ expiresAt: new Date("2026-11-22T10:00:00Z") })],
    ["an offer of yesterday", tokenOf({ expiresAt: new Date("2026-11-21T23:00:00Z") })],
    ["0 %", signText(parts.slice(0, 6).join(".").replace("p15", "p0"))],
    ["101 %", signText(parts.slice(0, 6).join(".").replace("p15", "p101"))],
    ["a negative quantity", signText(parts.slice(0, 6).join(".").replace(".2.p", ".-2.p"))],
    ["free shipping, of which no line has a part", tokenOf({ saving: { kind: "freeShipping" } })],
    ["nothing", ""], ["dots", "......"], ["a null", "null"], ["quotes and escapes", `"${good}\\`], ["very long text", `${good}${"A".repeat(5_000)}`],
  ])("%s", (_name, token) => {
    expect(given(buildCart({ lines: [{ token, quantity: 2 }] }))).toEqual([]);
  });

  test.each([
    ["a claim that an order holds already", { redeemed: [otherId, claimId] }],
    ["while the discount has no key", { keys: [] }],
    ["while the metafield is missing", { metafields: {} }],
    ["while the metafield is something else", { metafields: { "offer-discount": "[1]" } }],
    ["while the discount does not apply to products", { discountClasses: ["ORDER", "SHIPPING"] }],
    ["two hours after its end, whatever the zone", { now: Date.parse("2026-11-22T16:00:01Z") }],
  ])("%s", (_name, over) => {
    expect(given(buildCart({ lines: [{ token: good }], ...over }))).toEqual([]);
  });

  test("no more than fifty signatures are looked at", () => {
    const made = Array.from({ length: 60 }, () => ({ token: tokenOf({}, Buffer.alloc(32, 8)) }));
    expect(given(buildCart({ lines: [...made, { token: good }] }))).toEqual([]);
    expect(given(buildCart({ lines: [...made.slice(0, 49), { token: good }] }))).toEqual(["49 x1 15 %"]);
  });
});

test.each([
  ["en", "Your offer"], ["de", "Ihr Angebot"], ["fr", "Votre offre"], ["es", "Su oferta"], ["it", "La sua offerta"],
  ["nl", "Uw aanbieding"], ["pt", "A sua oferta"], ["ja", "お客様への特別価格"], ["sv", "Your offer"],
])("the cart calls it in %s: %s", (locale, message) => {
  expect(discount.discountsFor(buildCart({ lines: [{ token: good }], locale }))[0]?.message).toBe(message);
});

describe("the shop's clock", () => {
  test.each([
    // The clock goes back at 2:00 to 1:00: the hour that comes twice belongs to the offer.
    ["Europe/London", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", true],
    ["Europe/London", "2026-10-25T00:30:00Z", "2026-10-25T02:30:00Z", false],
    // It goes forward at 1:00 to 2:00.
    ["Europe/London", "2026-03-29T00:30:00Z", "2026-03-29T00:59:00Z", true],
    ["Europe/London", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", false],
    ["America/St_Johns", "2026-11-22T15:00:00Z", "2026-11-22T15:20:00Z", true],
    ["America/St_Johns", "2026-11-22T15:00:00Z", "2026-11-22T17:35:00Z", false],
    ["Pacific/Kiritimati", "2026-12-31T09:59:00Z", "2026-12-31T09:58:00Z", true],
    ["Pacific/Kiritimati", "2026-12-31T09:59:00Z", "2026-12-31T10:01:00Z", false],
  ])("in %s an offer until %s holds at %s: %s", (timezone, until, at, holds) => {
    const token = signText(signedText(buildClaim({ expiresAt: new Date(until) }), timezone));
    expect(given(buildCart({ lines: [{ token }], now: Date.parse(at), timezone }))).toEqual(holds ? ["0 x1 15 %"] : []);
  });
});
