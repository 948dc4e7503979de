import type { CatalogueProduct, CatalogueVariant } from "../../app/domain/catalogue/product";
import type { CustomerHistory, DecisionRequest, ShopSnapshot } from "../../app/domain/decisions/decision";
import type { Offer, OfferContent } from "../../app/domain/offers/offer";
import type { LineFacts, OrderFacts } from "../../app/domain/orders/order-facts";

/** Values of the domain that are fine as they are; a test names only what matters to it. */
export function buildLine(over: Partial<LineFacts> = {}): LineFacts {
  return { productId: 100, variantId: 1000, quantity: 1, totalMinor: 2_000, catalogue: { collectionIds: [], tags: [], vendor: "", productType: "" }, ...over };
}

export function buildFacts(over: Partial<OrderFacts> = {}): OrderFacts {
  return {
    referenceId: "checkout-1", currency: "GBP", countryCode: "GB", locale: "en-GB", totalMinor: 2_000, lines: [buildLine()],
    customerKey: "c:1", priorOrders: 0, discountCodes: null, ...over,
  };
}

export function buildVariant(over: Partial<CatalogueVariant> = {}): CatalogueVariant {
  return { id: 2001, title: "Default Title", priceMinor: 1_000, imageUrl: null, available: 10, ...over };
}

export function buildProduct(over: Partial<CatalogueProduct> = {}): CatalogueProduct {
  return {
    id: 200, title: "Candle", handle: "candle", vendor: "", productType: "", status: "active", tags: [], collectionIds: [],
    imageUrl: null, isGiftCard: false, isPublished: true, variants: [buildVariant()], ...over,
  };
}

export function buildContent(over: Partial<OfferContent> = {}): OfferContent {
  return {
    name: "Candles", title: "A candle with it?", body: "", placements: ["post-purchase"], products: [{ productId: 200, variantIds: [] }],
    discount: { kind: "none" }, quantityLimit: 3, shippingMinor: 0, schedule: { startsAt: null, endsAt: null }, rule: { kind: "all", conditions: [] }, ...over,
  };
}

export function buildOffer({ content, ...over }: Partial<Omit<Offer, "content">> & { content?: Partial<OfferContent> } = {}): Offer {
  return { id: "offer-1", version: 1, status: "active", priority: 1, ...over, content: buildContent(content) };
}

export function buildSnapshot({ products = [buildProduct()], ...over }: Partial<Omit<ShopSnapshot, "products">> & { products?: CatalogueProduct[] } = {}): ShopSnapshot {
  return {
    shop: "demo.myshopify.com", currency: "GBP", timeZone: "Europe/London", holdOutPercent: 0, offers: [buildOffer()], ...over,
    products: new Map(products.map((product) => [product.id, product])),
  };
}

export function buildRequest(facts: Partial<OrderFacts> = {}): DecisionRequest {
  return { placement: "post-purchase", step: 1, facts: buildFacts(facts) };
}

export function buildHistory({ declined = [], accepted = [] }: { declined?: string[]; accepted?: string[] } = {}): CustomerHistory {
  return { declinedOfferIds: new Set(declined), acceptedOfferIds: new Set(accepted) };
}
