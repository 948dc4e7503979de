import type { DiscountCandidate, DiscountFunction } from "../../functions/discount-function";
import type { FunctionCart } from "../../functions/discount-input";
import { gid } from "../ids";
import { listMetafields } from "../metafields";
import type { Checkout, Shop } from "../model";
import { parseDecimal } from "../money";
import { getVariant } from "../products";
import type { AutomaticAppDiscount, LineDiscount } from "./model";
import { isActive } from "./model";

/** The Functions that the app's deployment brought to Shopify. */
export interface DeployedFunctions {
  readonly handles: readonly string[];
  /** Null where it was not built. */
  find(handle: string): DiscountFunction | null;
  /** A run that failed gives no discount; this is told of it. */
  failed(handle: string, problem: string): void;
}

/** What the shop's automatic app discounts give the lines of a checkout now, each worked out by its own Function. */
export function automaticDiscounts(functions: DeployedFunctions | null, shop: Shop, checkout: Checkout, at: number): LineDiscount[] {
  if (!functions || !shop.installation || checkout.lines.length === 0) return [];
  const found: LineDiscount[] = [];
  for (const node of shop.discounts.nodes.values()) {
    if (node.kind !== "automaticApp" || !isActive(node, at)) continue;
    try {
      const candidates = functions.find(node.functionHandle)?.discountsFor(cartOf(shop, checkout, node, at)) ?? [];
      for (const candidate of candidates) found.push(...lineDiscountsOf(shop, checkout, node, candidate));
    } catch (error) {
      functions.failed(node.functionHandle, error instanceof Error ? error.message : String(error));
    }
  }
  return found;
}

function cartOf(shop: Shop, checkout: Checkout, node: AutomaticAppDiscount, at: number): FunctionCart {
  const own = listMetafields(shop, gid("DiscountAutomaticNode", node.id)).filter(({ namespace }) => /^app--[^-]+$/.test(namespace));
  return {
    now: at,
    timezone: shop.timezone,
    locale: checkout.locale,
    presentmentCurrencyRate: "1.0",
    attributes: checkout.customAttributes,
    lines: checkout.lines.map((line, index) => ({
      id: gid("CartLine", index),
      variantId: line.variantId,
      productId: getVariant(shop, line.variantId).productId,
      quantity: line.quantity,
      attributes: line.properties ?? [],
    })),
    discountClasses: node.discountClasses,
    metafields: Object.fromEntries(own.map(({ key, value }) => [key, value])),
  };
}

function lineDiscountsOf(shop: Shop, checkout: Checkout, node: AutomaticAppDiscount, candidate: DiscountCandidate): LineDiscount[] {
  const { percentage, fixedAmount } = candidate.value;
  if (fixedAmount && !fixedAmount.appliesToEachItem) throw new Error("local Shopify does not implement amounts over several items yet");
  return candidate.targets.map(({ cartLine }) => {
    const line = Number(cartLine.id.split("/").at(-1));
    const { quantity } = checkout.lines[line] ?? { quantity: 0 };
    return {
      line, discountId: node.id,
      quantity: Math.min(quantity, cartLine.quantity ?? quantity),
      title: candidate.message ?? node.title,
      ...(percentage
        ? { valueType: "percentage" as const, value: Number(percentage.value) }
        : { valueType: "fixed_amount" as const, value: parseDecimal(fixedAmount?.amount ?? "0", shop.currency) }),
    };
  });
}
