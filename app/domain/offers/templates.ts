import { OfferStrategy } from "../strategies/strategy";
import type { Discount, OfferContent } from "./offer";
import type { Placement } from "./placement";
import { templateTexts } from "./template-texts";

export type TemplateKey = keyof typeof templateTexts;
export const templateKeys = Object.keys(templateTexts) as TemplateKey[];

interface Template {
  strategy: OfferStrategy | null;
  placements: Placement[];
  discount: Discount;
  isFirstOrderOnly?: boolean;
}

const noDiscount: Discount = { kind: "none" };

/** What the template of a kind begins with; null as strategy where staff still have to choose something. */
const TEMPLATES: Record<TemplateKey, Template> = {
  boughtTogether: { strategy: OfferStrategy.parse({ kind: "boughtTogether" }), placements: ["post-purchase", "thank-you"], discount: { kind: "percentage", percent: 10 } },
  priceLadder: { strategy: OfferStrategy.parse({ kind: "priceLadder" }), placements: ["checkout", "thank-you"], discount: noDiscount },
  downsell: { strategy: OfferStrategy.parse({ kind: "downsell", by: ["cheaper", "smaller"] }), placements: ["post-purchase"], discount: noDiscount },
  reorder: { strategy: OfferStrategy.parse({ kind: "reorder" }), placements: ["account", "order-status", "e-mail"], discount: noDiscount },
  bestseller: { strategy: OfferStrategy.parse({ kind: "bestseller" }), placements: ["post-purchase", "thank-you"], discount: noDiscount },
  coupon: {
    strategy: OfferStrategy.parse({ kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 60 }),
    placements: ["thank-you", "e-mail", "receipt"], discount: noDiscount,
  },
  collectionLink: { strategy: null, placements: ["thank-you", "order-status"], discount: noDiscount },
  thankYouOnly: { strategy: OfferStrategy.parse({ kind: "thankYouOnly" }), placements: ["post-purchase", "thank-you"], discount: noDiscount, isFirstOrderOnly: true },
};

/** An offer as its template begins, in every language that shoppers are spoken to in; `name` is for staff. */
export function templateContent(key: TemplateKey, name: string): OfferContent {
  const { strategy, placements, discount, isFirstOrderOnly } = TEMPLATES[key];
  const { en, ...others } = templateTexts[key];
  return {
    name,
    title: en.title,
    body: en.body,
    texts: others,
    placements: [...placements],
    products: [],
    ...(strategy && { strategy: structuredClone(strategy) }),
    discount: { ...discount },
    quantityLimit: 1,
    shippingMinor: 0,
    schedule: { startsAt: null, endsAt: null },
    rule: { kind: "all", conditions: isFirstOrderOnly ? [{ kind: "firstOrder", isFirst: true }] : [] },
  };
}
