import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { adminGraphql } from "../shops/admin-client.server";
import { collectPages, Page } from "../shops/pages.server";
import { APP_DISCOUNTS, AUTOMATIC_DISCOUNT, CREATE_AUTOMATIC_DISCOUNT, SET_DISCOUNT_METAFIELD, UPDATE_AUTOMATIC_DISCOUNT } from "./discounts.operations";
import { checkUserErrors, UserErrors } from "./user-errors";

/** As in the extension's shopify.extension.toml and input.graphql. */
const functionHandle = "offer-discount";
const metafieldKey = "offer-discount";
const title = "Encore offers";

/**
 * The price that an offer named holds whatever else is in the cart: beside discounts of other lines, of the order and of
 * the delivery. On one line Shopify gives the best product discount only.
 */
const combinesWith = { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true };

const Changed = z.object({ automaticAppDiscount: z.object({ discountId: z.string() }).nullable(), userErrors: UserErrors });
const Found = z.object({
  discountNode: z.object({
    metafield: z.object({ value: z.string() }).nullable(),
    discount: z.looseObject({
      __typename: z.string(),
      status: z.string().optional(),
      discountClasses: z.array(z.string()).optional(),
      combinesWith: z.object({ orderDiscounts: z.boolean(), productDiscounts: z.boolean(), shippingDiscounts: z.boolean() }).optional(),
    }),
  }).nullable(),
});
const Listed = z.object({
  id: z.string(),
  discount: z.looseObject({ __typename: z.string(), appDiscountType: z.object({ appKey: z.string() }).optional() }),
});

/** Whether it stands as Encore made it, and the text of its metafield; null when it is gone. */
export async function findAutomaticDiscount(shop: ShopId, nodeId: number): Promise<{ isWhole: boolean; secrets: string | null } | null> {
  const { discountNode } = Found.parse(await adminGraphql<unknown>(shop, AUTOMATIC_DISCOUNT, { id: `gid://shopify/DiscountNode/${nodeId}`, key: metafieldKey }));
  if (discountNode?.discount.__typename !== "DiscountAutomaticApp") return null;
  const { status, discountClasses, combinesWith: combines } = discountNode.discount;
  const isWhole = status === "ACTIVE" && discountClasses?.join() === "PRODUCT" && JSON.stringify(combines) === JSON.stringify(combinesWith);
  return { isWhole, secrets: discountNode.metafield?.value ?? null };
}

/** One that this app made earlier and the database does not know of; null when there is none. */
export async function searchAutomaticDiscount(shop: ShopId): Promise<number | null> {
  const nodes = await collectPages(null, async (after) => z.object({ discountNodes: Page }).parse(await adminGraphql<unknown>(shop, APP_DISCOUNTS, { after })).discountNodes);
  const own = nodes.map((node) => Listed.parse(node)).find(({ discount }) => discount.__typename === "DiscountAutomaticApp" && discount.appDiscountType?.appKey === env.SHOPIFY_API_KEY);
  return own ? numberOf(own.id) : null;
}

/** Makes the discount that runs the Function. Throws ShopifyApiError, also for what Shopify objects to. */
export async function createAutomaticDiscount(shop: ShopId, secrets: string, now: Date): Promise<number> {
  const reply = await adminGraphql<unknown>(shop, CREATE_AUTOMATIC_DISCOUNT, {
    discount: {
      title, functionHandle, discountClasses: ["PRODUCT"], combinesWith, startsAt: now.toISOString(),
      metafields: [{ key: metafieldKey, type: "json", value: secrets }],
    },
  });
  const { automaticAppDiscount, userErrors } = z.object({ discountAutomaticAppCreate: Changed }).parse(reply).discountAutomaticAppCreate;
  checkUserErrors(userErrors);
  if (!automaticAppDiscount) throw new Error("Shopify made no discount and said nothing of it");
  return numberOf(automaticAppDiscount.discountId);
}

/** Puts it back as Encore made it; its metafield is written apart. */
export async function repairAutomaticDiscount(shop: ShopId, nodeId: number): Promise<void> {
  const discount = { title, discountClasses: ["PRODUCT"], combinesWith, endsAt: null };
  const reply = await adminGraphql<unknown>(shop, UPDATE_AUTOMATIC_DISCOUNT, { id: gidOf(nodeId), discount });
  checkUserErrors(z.object({ discountAutomaticAppUpdate: Changed }).parse(reply).discountAutomaticAppUpdate.userErrors);
}

/** Hands the Function its key and the claims that are used; in the app's own namespace, which no storefront reads. */
export async function saveFunctionSecrets(shop: ShopId, nodeId: number, secrets: string): Promise<void> {
  const metafields = [{ ownerId: gidOf(nodeId), key: metafieldKey, type: "json", value: secrets }];
  const reply = await adminGraphql<unknown>(shop, SET_DISCOUNT_METAFIELD, { metafields });
  checkUserErrors(z.object({ metafieldsSet: z.object({ userErrors: UserErrors }) }).parse(reply).metafieldsSet.userErrors);
}

function gidOf(nodeId: number): string {
  return `gid://shopify/DiscountAutomaticNode/${nodeId}`;
}

function numberOf(gid: string): number {
  return Number(gid.split("/").at(-1));
}
