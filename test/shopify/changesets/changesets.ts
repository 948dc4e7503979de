import type { AppIdentity } from "../app/app-identity";
import type { Faults } from "../server/faults";
import { gid } from "../store/ids";
import { setMetafields } from "../store/metafields";
import { formatFixed } from "../store/money";
import type { Order, Shop } from "../store/model";
import type { CalculatedEdit } from "../store/order-edits";
import { applyOrderEdit, calculateOrderEdit } from "../store/order-edits";
import { findOrderByReference } from "../store/orders";
import { getProduct, getVariant, isAvailable } from "../store/products";
import type { Store } from "../store/store";
import { taxTitle } from "../store/tax";
import { editedTotals, outstandingAmount } from "../store/totals";
import { verifyJwt } from "../tokens/jwt";
import { parseChanges } from "./parse-changes";
import type { ParsedChanges } from "./parse-changes";
import type { ApplyChangesetResult, CalculateChangesetResult, ChangesetErrorCode } from "./results";
import { changesetErrors } from "./results";

/** Changesets that Shopify accepts on one order. */
export const CHANGESETS_PER_ORDER = 3;
/** Seconds that a signed changeset may be old, or ahead of the clock; Shopify names no number. */
const SIGNATURE_SECONDS = 1800;

export interface ChangesetContext {
  store: Store;
  app: AppIdentity;
  faults: Faults;
}

/** How many changesets can still be applied to an order. */
export function changesetApplicationsRemaining(order: Order): number {
  return Math.max(0, CHANGESETS_PER_ORDER - order.appliedChangesets.length);
}

/**
 * What a changeset would cost, in the shape of `calculateChangeset`: either the unsigned changes or a signed token.
 * Nothing is changed, and nothing is refused for want of a signature.
 */
export function calculateChangeset(context: ChangesetContext, shop: Shop, referenceId: string, changeset: unknown): CalculateChangesetResult {
  const order = findOrderByReference(shop, referenceId);
  if (!order) return { status: "unprocessed", errors: changesetErrors("invalid_request", "There is no such purchase") };
  const claims = typeof changeset === "string" ? verifyJwt(changeset, context.app.apiSecret) : changeset;
  const parsed = parseChanges(shop, changesOf(claims));
  if (!parsed.ok) return { status: "unprocessed", errors: changesetErrors("invalid_request", parsed.reason) };
  if (!inStock(shop, parsed)) return { status: "unprocessed", errors: changesetErrors("insufficient_inventory") };
  const edit = calculateOrderEdit(shop, order, parsed.edit);
  return { status: "processed", errors: [], calculatedPurchase: calculatedPurchaseOf(shop, order, edit) };
}

/**
 * Applies a changeset that the app signed and charges for it, in the shape of `applyChangeset`. The same jti never applies
 * twice; a fault switch makes each of the documented errors, or an order that is edited and unpaid.
 */
export function applyChangeset(context: ChangesetContext, shop: Shop, referenceId: string, token: string): ApplyChangesetResult {
  const { store, app, faults } = context;
  const order = findOrderByReference(shop, referenceId);
  const refuse = (code: ChangesetErrorCode, detail?: string): ApplyChangesetResult => ({
    status: "unprocessed",
    errors: changesetErrors(code, detail),
    changesetApplicationsRemaining: order ? changesetApplicationsRemaining(order) : 0,
  });
  if (!order) return refuse("invalid_request", "There is no such purchase");
  const claims = verifyJwt(token, app.apiSecret);
  const fault = claims ? claimsFault(claims, app, order, referenceId, store.clock.now()) : "the signature is wrong";
  if (!claims || fault) return refuse("invalid_request", fault ?? undefined);
  const jti = String(claims.jti);
  if (order.appliedChangesets.includes(jti)) return refuse("changeset_already_applied");
  if (order.released) return refuse("order_released_error");
  if (order.payment === "wallet") return refuse("unsupported_payment_method");
  if (changesetApplicationsRemaining(order) === 0) return refuse("invalid_request", "No more changesets can be applied");
  const parsed = parseChanges(shop, claims.changes);
  if (!parsed.ok) return refuse("invalid_request", parsed.reason);
  if (!inStock(shop, parsed)) return refuse("insufficient_inventory");
  if (faults.changesets.error) return refuse(faults.changesets.error);
  const chargeSucceeds = !faults.changesets.partiallyProcessed;
  applyOrderEdit(store, { shop: shop.domain, orderId: order.id, appId: app.id, changesetId: jti, chargeSucceeds, ...parsed.edit });
  if (parsed.metafields.length > 0) {
    const ownerId = gid("Order", order.id);
    setMetafields(store, { shop: shop.domain, metafields: parsed.metafields.map(({ valueType, ...rest }) => ({ ownerId, type: valueType, ...rest })) });
  }
  return {
    status: chargeSucceeds ? "processed" : "partially_processed",
    errors: chargeSucceeds ? [] : changesetErrors("payment_required"),
    changesetApplicationsRemaining: changesetApplicationsRemaining(order),
  };
}

function claimsFault(claims: Record<string, unknown>, app: AppIdentity, order: Order, referenceId: string, now: number): string | null {
  if (claims.iss !== app.apiKey) return "iss is not the app's key";
  if (claims.sub !== referenceId) return "sub is another purchase";
  if (typeof claims.jti !== "string" || claims.jti === "") return "jti is missing";
  if (typeof claims.iat !== "number") return "iat is missing";
  if (Math.abs(now / 1000 - claims.iat) > SIGNATURE_SECONDS) return "iat is not recent";
  // A second of grace: iat is in whole seconds, the purchase in milliseconds.
  if (claims.iat + 1 < order.createdAt / 1000) return "signed before the purchase was completed";
  if (typeof claims.exp === "number" && claims.exp <= now / 1000) return "the token is past its end";
  return null;
}

function changesOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "changes" in value ? value.changes : undefined;
}

function inStock(shop: Shop, parsed: Extract<ParsedChanges, { ok: true }>): boolean {
  const wanted = new Map<number, number>();
  for (const line of parsed.edit.lines) wanted.set(line.variantId, (wanted.get(line.variantId) ?? 0) + line.quantity);
  return [...wanted].every(([variantId, quantity]) => isAvailable(getVariant(shop, variantId), quantity));
}

function calculatedPurchaseOf(shop: Shop, order: Order, edit: CalculatedEdit): NonNullable<CalculateChangesetResult["calculatedPurchase"]> {
  const before = editedTotals(order);
  const bag = (amount: number) => {
    const money = { amount: formatFixed(amount, order.currency), currencyCode: order.currency };
    return { shopMoney: money, presentmentMoney: money };
  };
  const existing = order.lines.map((line) => ({ ...line, total: line.unitPrice * line.quantity - line.discounts.reduce((sum, off) => sum + off.amount, 0) }));
  const added = edit.lines.map((line) => ({ ...line, productId: getVariant(shop, line.variantId).productId }));
  return {
    subtotalPriceSet: bag(before.subtotal + edit.subtotal),
    totalPriceSet: bag(before.total + edit.total),
    addedTaxLines: edit.tax === 0 ? [] : [{ priceSet: bag(edit.tax), rate: order.taxRate, title: taxTitle(order.countryCode) }],
    updatedLineItems: [...existing, ...added].map((line) => ({
      totalPriceSet: bag(line.total),
      priceSet: bag(line.unitPrice),
      productId: line.productId,
      variantId: line.variantId,
      productHandle: shop.products.has(line.productId) ? getProduct(shop, line.productId).handle : "",
      quantity: line.quantity,
    })),
    addedShippingLines: edit.shippingLines.map((line) => ({ priceSet: bag(line.price), presentmentTitle: line.title })),
    totalOutstandingSet: bag(outstandingAmount(order) + edit.total),
  };
}
