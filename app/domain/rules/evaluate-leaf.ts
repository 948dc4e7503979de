import type { OrderFacts } from "../orders/order-facts";
import type { LeafCondition } from "./condition";
import { evaluateBillingCountry } from "./conditions/billing-country";
import { evaluateCollection } from "./conditions/collection";
import { evaluateCountry } from "./conditions/country";
import { evaluateCurrency } from "./conditions/currency";
import { evaluateCustomerOrderCount } from "./conditions/customer-order-count";
import { evaluateCustomerTag } from "./conditions/customer-tag";
import { evaluateDateRange } from "./conditions/date-range";
import { evaluateDaysSinceOrder } from "./conditions/days-since-order";
import { evaluateDiscountCode } from "./conditions/discount-code";
import { evaluateDiscountShare } from "./conditions/discount-share";
import { evaluateEncounter } from "./conditions/encounter";
import { evaluateFirstOrder } from "./conditions/first-order";
import { evaluateGateway } from "./conditions/gateway";
import { evaluateInventory } from "./conditions/inventory";
import { evaluateItemCount } from "./conditions/item-count";
import { evaluateLanguage } from "./conditions/language";
import { evaluateLifetimeSpend } from "./conditions/lifetime-spend";
import { evaluateLineCount } from "./conditions/line-count";
import { evaluateLoggedIn } from "./conditions/logged-in";
import { evaluateMarket } from "./conditions/market";
import { evaluateMetafield } from "./conditions/metafield";
import { evaluateNoteAttribute } from "./conditions/note-attribute";
import { evaluateOrderValue } from "./conditions/order-value";
import { evaluatePastProduct } from "./conditions/past-product";
import { evaluateProduct } from "./conditions/product";
import { evaluateProductType } from "./conditions/product-type";
import { evaluatePurchaseType } from "./conditions/purchase-type";
import { evaluateQuantity } from "./conditions/quantity";
import { evaluateRandomShare } from "./conditions/random-share";
import { evaluateSalesChannel } from "./conditions/sales-channel";
import { evaluateShippingMethod } from "./conditions/shipping-method";
import { evaluateSubtotal } from "./conditions/subtotal";
import { evaluateTag } from "./conditions/tag";
import { evaluateTimeOfDay } from "./conditions/time-of-day";
import { evaluateUtm } from "./conditions/utm";
import { evaluateVariant } from "./conditions/variant";
import { evaluateVariantName } from "./conditions/variant-name";
import { evaluateVendor } from "./conditions/vendor";
import { evaluateWeekday } from "./conditions/weekday";
import type { Truth } from "./verdict";

/** What is known of one condition. */
export function evaluateLeaf(condition: LeafCondition, facts: OrderFacts, offerId: string | null): Truth {
  switch (condition.kind) {
    case "product": return evaluateProduct(condition, facts);
    case "variant": return evaluateVariant(condition, facts);
    case "variantName": return evaluateVariantName(condition, facts);
    case "collection": return evaluateCollection(condition, facts);
    case "tag": return evaluateTag(condition, facts);
    case "vendor": return evaluateVendor(condition, facts);
    case "productType": return evaluateProductType(condition, facts);
    case "metafield": return evaluateMetafield(condition, facts);
    case "quantity": return evaluateQuantity(condition, facts);
    case "purchaseType": return evaluatePurchaseType(condition, facts);
    case "inventory": return evaluateInventory(condition, facts);
    case "orderValue": return evaluateOrderValue(condition, facts);
    case "subtotal": return evaluateSubtotal(condition, facts);
    case "lineCount": return evaluateLineCount(condition, facts);
    case "itemCount": return evaluateItemCount(condition, facts);
    case "discountCode": return evaluateDiscountCode(condition, facts);
    case "discountShare": return evaluateDiscountShare(condition, facts);
    case "shippingMethod": return evaluateShippingMethod(condition, facts);
    case "gateway": return evaluateGateway(condition, facts);
    case "salesChannel": return evaluateSalesChannel(condition, facts);
    case "noteAttribute": return evaluateNoteAttribute(condition, facts);
    case "customerTag": return evaluateCustomerTag(condition, facts);
    case "customerOrderCount": return evaluateCustomerOrderCount(condition, facts);
    case "firstOrder": return evaluateFirstOrder(condition, facts);
    case "daysSinceOrder": return evaluateDaysSinceOrder(condition, facts);
    case "lifetimeSpend": return evaluateLifetimeSpend(condition, facts);
    case "pastProduct": return evaluatePastProduct(condition, facts);
    case "loggedIn": return evaluateLoggedIn(condition, facts);
    case "language": return evaluateLanguage(condition, facts);
    case "country": return evaluateCountry(condition, facts);
    case "billingCountry": return evaluateBillingCountry(condition, facts);
    case "market": return evaluateMarket(condition, facts);
    case "currency": return evaluateCurrency(condition, facts);
    case "utm": return evaluateUtm(condition, facts);
    case "dateRange": return evaluateDateRange(condition, facts);
    case "timeOfDay": return evaluateTimeOfDay(condition, facts);
    case "weekday": return evaluateWeekday(condition, facts);
    case "randomShare": return evaluateRandomShare(condition, facts);
    case "encounter": return evaluateEncounter(condition, facts, offerId);
    default: return unhandled(condition);
  }
}

/** Fails to compile while a kind has no case. */
function unhandled(condition: never): never {
  throw new Error(`No such condition: ${JSON.stringify(condition)}`);
}
