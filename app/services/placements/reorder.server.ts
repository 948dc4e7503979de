import { getSnapshot } from "../../data/decisions/snapshot.server";
import { haveNow } from "../../domain/placements/bought-before";
import { cartPermalink } from "../../domain/placements/cart-permalink";
import type { PermalinkLine } from "../../domain/placements/cart-permalink";
import type { ReorderReply, ReorderRequest } from "../../domain/placements/contract";
import { shopperLanguageOf } from "../../domain/placements/shopper-language";
import { variantIndexOf } from "../../domain/placements/variant-index";
import type { CustomerCaller } from "../../shopify/placements/extension-request.server";
import { claimItems } from "./claim-items.server";
import { findOwnDecision } from "./own-decision.server";

/** As many as a wholesaler's order, as few as an address carries. */
const maxItems = 100;

/**
 * A checkout with what the customer wants to buy again, as far as it can be had now. What the prompt that led here showed
 * keeps its price, where that still stands.
 */
export async function reorder(caller: CustomerCaller, { items, locale, decisionId }: ReorderRequest, now: Date): Promise<ReorderReply> {
  const { shop } = caller;
  const wanted = items.filter(({ variantId }, index) => items.findIndex((other) => other.variantId === variantId) === index);
  if (wanted.length === 0) return { refused: "empty" };
  if (wanted.length > maxItems) return { refused: "tooMany" };
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot) return { refused: "soldOut" };
  const { items: had, unavailable } = haveNow(wanted, variantIndexOf(snapshot.products));
  if (had.length === 0) return { refused: "soldOut" };
  const offered = decisionId === undefined ? null : await offeredOf(caller, decisionId, had, now);
  const lines = had.map((item): PermalinkLine => offered?.lines.find(({ variantId }) => variantId === item.variantId) ?? { ...item, attributes: [] });
  const discountCodes = offered?.discountCodes ?? [];
  return { checkoutUrl: cartPermalink(shop, { lines, discountCodes, locale: shopperLanguageOf(locale) }), unavailable };
}

/** Those of the items that the decision showed, each judged by itself; a refusal leaves the usual price. */
async function offeredOf(caller: CustomerCaller, decisionId: string, items: readonly { variantId: number; quantity: number }[], now: Date) {
  const decision = await findOwnDecision(caller, { decisionId });
  if (decision?.block?.kind !== "products") return null;
  const shown = new Set(decision.block.products.flatMap(({ variants }) => variants.map(({ variantId }) => variantId)));
  const lines: PermalinkLine[] = [];
  const discountCodes: string[] = [];
  for (const item of items.filter(({ variantId }) => shown.has(variantId))) {
    const claimed = await claimItems(caller.shop, decision, [item], now);
    if ("refused" in claimed) continue;
    lines.push(...claimed.lines);
    discountCodes.push(...claimed.discountCodes);
  }
  return { lines, discountCodes };
}
