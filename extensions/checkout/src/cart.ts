import type { ChoiceReply } from "../../../app/domain/placements/contract";
import { variantGid } from "../../shared/host/gid";
import type { Watched } from "../../shared/host/host";
import type { CartLine } from "../../shared/host/lines";

type Result = { type: "success" } | { type: "error"; message: string };
type LineChange =
  | { type: "addCartLine"; merchandiseId: string; quantity: number; attributes: { key: string; value: string }[] }
  | { type: "removeCartLine"; id: string; quantity: number };

/** The cart of a checkout as Shopify lets an extension change it. */
export interface Cart {
  lines: Watched<readonly (CartLine & { id: string })[]>;
  discountCodes: Watched<readonly { code: string }[]>;
  instructions: Watched<{ lines: { canAddCartLine: boolean; canRemoveCartLine: boolean }; discounts: { canUpdateDiscountCodes: boolean } }>;
  applyCartLinesChange(change: LineChange): Promise<Result>;
  applyDiscountCodeChange(change: { type: "addDiscountCode" | "removeDiscountCode"; code: string }): Promise<Result>;
}

/** Each but `added` is a text's key. `fullPrice`: it is in the cart, without the discount that was promised. */
export type CartOutcome = "added" | "closed" | "cartRefused" | "discountRefused" | "fullPrice";

type Items = Extract<ChoiceReply, { kind: "items" }>;

/**
 * Puts chosen items into the cart with their discount, or leaves it as it was: a wallet, a draft order or the merchant may
 * refuse changes. An item whose code is refused is taken out again; only where that fails too does it stay at full price.
 */
export async function addToCart(cart: Cart, items: Items): Promise<CartOutcome> {
  const { lines: allowed, discounts } = cart.instructions.value;
  if (!allowed.canAddCartLine) return "closed";
  const missing = codesOf(items).filter((code) => !cart.discountCodes.value.some((entered) => sameCode(entered.code, code)));
  if (missing.length > 0 && !discounts.canUpdateDiscountCodes) return "discountRefused";

  const added: Items["lines"] = [];
  for (const line of items.lines) {
    const { variantId, quantity, attributes } = line;
    if (!(await succeeds(cart.applyCartLinesChange({ type: "addCartLine", merchandiseId: variantGid(variantId), quantity, attributes })))) {
      return (await takeOut(cart, added)) ? "cartRefused" : "fullPrice";
    }
    added.push(line);
  }
  // A code for these items takes only when they are in the cart.
  for (const [index, code] of missing.entries()) {
    if (await succeeds(cart.applyDiscountCodeChange({ type: "addDiscountCode", code }))) continue;
    for (const entered of missing.slice(0, index)) await succeeds(cart.applyDiscountCodeChange({ type: "removeDiscountCode", code: entered }));
    return (await takeOut(cart, added)) ? "discountRefused" : "fullPrice";
  }
  return "added";
}

function codesOf({ discountCode, discountCodes }: Items): readonly string[] {
  return discountCodes ?? (discountCode === null ? [] : [discountCode]);
}

/** True when all of them are out again. */
async function takeOut(cart: Cart, lines: Items["lines"]): Promise<boolean> {
  for (const { variantId, quantity } of lines) {
    const line = cart.lines.value.find(({ merchandise }) => merchandise.id === variantGid(variantId));
    if (!line || !cart.instructions.value.lines.canRemoveCartLine) return false;
    if (!(await succeeds(cart.applyCartLinesChange({ type: "removeCartLine", id: line.id, quantity })))) return false;
  }
  return true;
}

/** Some changes fail with a result and some by throwing; neither reason is meant for the shopper. */
async function succeeds(change: Promise<Result>): Promise<boolean> {
  return change.then(({ type }) => type === "success", () => false);
}

function sameCode(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}
