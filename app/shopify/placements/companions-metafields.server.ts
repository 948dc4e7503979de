import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { settingsMetafield } from "./settings-metafield.server";
import { SAVE_METAFIELDS, SHOP_ID } from "./settings-metafield.operations";

const ShopReply = z.object({ shop: z.object({ id: z.string() }) });
const SaveReply = z.object({ metafieldsSet: z.object({ userErrors: z.array(z.object({ field: z.array(z.string()).nullish(), message: z.string() })) }) });

/** As many as one call takes. */
export const metafieldsPerCall = 25;

const { namespace } = settingsMetafield;
const type = "list.product_reference";

/**
 * Tells Shopify what the pages of products name, at most 25. An empty list takes back what was there. Returns the
 * products that Shopify did not take, such as those deleted meanwhile. Throws ShopifyApiError.
 */
export async function publishCompanionLists(shop: ShopId, lists: readonly { productId: number; companionIds: readonly number[] }[]): Promise<Set<number>> {
  const metafields = lists.map(({ productId, companionIds }) => ({ ownerId: productGid(productId), namespace, key: "also_bought", type, value: valueOf(companionIds) }));
  const { metafieldsSet } = SaveReply.parse(await adminGraphql<unknown>(shop, SAVE_METAFIELDS, { metafields }));
  // One objection stops the whole call (shopify.dev, metafieldsSet: "atomic"): the others are told again without it.
  const refused = new Set(metafieldsSet.userErrors.flatMap(({ field }) => lists[Number(field?.[1])]?.productId ?? []));
  if (metafieldsSet.userErrors.length > 0 && refused.size === 0) throw new Error(`Shopify did not take what is bought together: ${metafieldsSet.userErrors[0]?.message ?? ""}`);
  const others = lists.filter(({ productId }) => !refused.has(productId));
  if (refused.size > 0 && others.length > 0) for (const id of await publishCompanionLists(shop, others)) refused.add(id);
  return refused;
}

/** Tells Shopify what is popular in the shop. Throws ShopifyApiError, or an Error with what Shopify objects to. */
export async function publishPopular(shop: ShopId, productIds: readonly number[]): Promise<void> {
  const { shop: owner } = ShopReply.parse(await adminGraphql<unknown>(shop, SHOP_ID));
  const metafields = [{ ownerId: owner.id, namespace, key: "popular", type, value: valueOf(productIds) }];
  const { metafieldsSet } = SaveReply.parse(await adminGraphql<unknown>(shop, SAVE_METAFIELDS, { metafields }));
  const [first] = metafieldsSet.userErrors;
  if (first) throw new Error(`Shopify did not take what is popular: ${first.message}`);
}

function valueOf(productIds: readonly number[]): string {
  return JSON.stringify(productIds.map(productGid));
}

function productGid(id: number): string {
  return `gid://shopify/Product/${id}`;
}
