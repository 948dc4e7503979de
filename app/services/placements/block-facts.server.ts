import { readCustomerHistory } from "../../data/decisions/customer-history.server";
import type { BlockBackground, PlacedOrder } from "../../data/placements/background.server";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import { momentFacts } from "../../domain/offers/schedule";
import type { LineFacts, OrderFacts } from "../../domain/orders/order-facts";
import type { AskedPlacement, BlockQuestion } from "../../domain/placements/contract";
import { asksHistory } from "../../domain/rules/asked";
import { stockFacts } from "../../domain/rules/stock-facts";
import type { ShopId } from "../../domain/shops/shop-id";
import { askedOf } from "../decisions/complete-facts.server";

interface Known {
  referenceId: string;
  snapshot: ShopSnapshot;
  background: BlockBackground;
  isLoggedIn: boolean;
  now: Date;
}

/**
 * What a block told of a purchase, together with what the mirror knows of it: where the order is there, its lines, codes
 * and total count and not the block's, and what one click added belongs to it.
 */
export async function blockFacts(shop: ShopId, question: BlockQuestion<AskedPlacement>, { referenceId, snapshot, background, isLoggedIn, now }: Known): Promise<OrderFacts> {
  const { placement, countryCode, locale, market = null } = question;
  const { order, customerKey, priorOrders } = background;
  const asked = askedOf(snapshot, placement);
  const history = customerKey !== null && asksHistory(asked)
    ? await readCustomerHistory(shop, { customerKey, referenceId: question.checkoutToken ?? referenceId, boughtProductIds: asked.boughtProductIds, now })
    : null;
  return {
    referenceId, locale, customerKey, priorOrders,
    // Without a purchase nothing is paid in any currency, and prices are the shop's.
    currency: placement === "account" ? snapshot.currency : question.currency,
    countryCode: order?.countryCode ?? countryCode,
    totalMinor: order?.totalMinor ?? question.totalMinor,
    lines: linesOf(question, background, snapshot),
    ...(placement === "account" ? { isWithoutOrder: true } : {}),
    discountCodes: order?.discountCodes ?? question.discountCodes ?? null,
    checkout: { market, ...(order ? checkoutOf(order) : { channel: placement === "checkout" ? "web" : null }) },
    customer: {
      isLoggedIn,
      ...(history ? {
        spent: { minor: history.spentMinor, currency: snapshot.currency }, daysSinceLastOrder: history.daysSinceLastOrder, daysSinceBought: history.daysSinceBought,
        tags: history.tags,
      } : {}),
    },
    moment: momentFacts(now, snapshot.timeZone),
    stock: stockFacts(asked.stockProductIds, snapshot.products),
    encounters: history?.encounters ?? null,
  };
}

function checkoutOf({ sourceName, gateways, lines }: PlacedOrder) {
  return { channel: sourceName === "" ? null : sourceName, gateways, discountMinor: lines.reduce((sum, { unitMinor, quantity, totalMinor }) => sum + unitMinor * quantity - totalMinor, 0) };
}

function linesOf(question: BlockQuestion<AskedPlacement>, { order, added }: BlockBackground, { products }: ShopSnapshot): LineFacts[] {
  const told = order
    ? order.lines.flatMap(({ productId, variantId, quantity, totalMinor }) => (productId === null ? [] : [{ productId, variantId: variantId ?? 0, quantity, totalMinor }]))
    : question.lines;
  const known = new Set(told.map(({ productId }) => productId));
  // The edit that one click made reaches the mirror after the page.
  const late = added.filter(({ productId }) => !known.has(productId)).map(({ productId, variantId, quantity, amountMinor }) => ({ productId, variantId, quantity, totalMinor: amountMinor }));
  return [...told, ...late].map(({ productId, variantId, quantity, totalMinor }) => {
    const product = products.get(productId);
    return { productId, variantId, quantity, totalMinor, catalogue: product ? { collectionIds: product.collectionIds, tags: product.tags, vendor: product.vendor, productType: product.productType } : null };
  });
}
