import { z } from "zod";
import { customerKeyOf } from "../../domain/orders/customer-key";
import type { LineFacts, OrderFacts } from "../../domain/orders/order-facts";
import { parseMinor } from "../../domain/money/money";
import { idInGid } from "../../domain/shops/gid";
import { ShopId } from "../../domain/shops/shop-id";

const maxLines = 500;

/** Numbers in the package's types, strings in what some checkouts send, and gids in customer ids. */
const Id = z.union([z.number(), z.string().max(100)]).transform((value, context) => {
  const id = typeof value === "string" && value.startsWith("gid:") ? idInGid(value, "Customer") : Number(value);
  if (id !== null && Number.isSafeInteger(id) && id > 0) return id;
  context.addIssue({ code: "custom", message: "Not an id" });
  return z.NEVER;
});

const Price = z.object({
  shopMoney: z.object({ amount: z.union([z.string().max(40), z.number().transform(String)]), currencyCode: z.string().regex(/^[A-Z]{3}$/) }),
});

/** Only those that the extension's settings ask for are there. */
const Metafield = z.object({ namespace: z.string().max(255), key: z.string().max(64), value: z.union([z.string(), z.number()]).transform(String) });

const Line = z.object({
  product: z.object({
    id: Id,
    metafields: z.array(Metafield).max(250).nullish().catch(null),
    variant: z.object({ id: Id, title: z.string().max(1_000).nullish().catch(null) }),
  }),
  quantity: z.int().positive().max(1_000_000),
  sellingPlanId: z.union([z.number(), z.string().max(100)]).nullish(),
  totalPriceSet: Price,
});

/** The input of the post-purchase extension as Shopify signs it; whatever else it holds is not looked at. */
export const PostPurchaseInput = z.object({
  initialPurchase: z.object({
    referenceId: z.string().min(1).max(255),
    customerId: Id.nullish(),
    destinationCountryCode: z.string().regex(/^[A-Z]{2}$/).nullish(),
    totalPriceSet: Price,
    lineItems: z.array(Line).max(maxLines),
  }),
  locale: z.string().max(35),
  shop: z.object({ domain: z.string().max(255) }),
});
export type PostPurchaseInput = z.infer<typeof PostPurchaseInput>;

/** What the token alone tells of a purchase; the rest of OrderFacts comes from the mirror. */
export interface Purchase {
  shop: ShopId;
  facts: Omit<OrderFacts, "lines" | "priorOrders" | "discountCodes"> & { lines: Array<Omit<LineFacts, "catalogue">> };
}

/** Null when the shop or an amount is none. */
export function purchaseOf({ initialPurchase, locale, shop }: PostPurchaseInput): Purchase | null {
  const domain = ShopId.safeParse(shop.domain);
  if (!domain.success) return null;
  const { totalPriceSet, lineItems, customerId } = initialPurchase;
  try {
    return {
      shop: domain.data,
      facts: {
        referenceId: initialPurchase.referenceId,
        currency: totalPriceSet.shopMoney.currencyCode,
        countryCode: initialPurchase.destinationCountryCode ?? null,
        locale,
        totalMinor: minorOf(totalPriceSet),
        customerKey: customerId ? customerKeyOf({ customerId }) : null,
        lines: lineItems.map(({ product, quantity, sellingPlanId, totalPriceSet: total }) => ({
          productId: product.id,
          variantId: product.variant.id,
          quantity,
          totalMinor: minorOf(total),
          variantTitle: product.variant.title ?? null,
          isSubscription: sellingPlanId !== undefined && sellingPlanId !== null,
          metafields: product.metafields?.map(({ namespace, key, value }) => ({ key: `${namespace}.${key}`, value })) ?? null,
        })),
      },
    };
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

function minorOf({ shopMoney }: z.infer<typeof Price>): number {
  return parseMinor(shopMoney.amount, shopMoney.currencyCode);
}
