import { z } from "zod";
import type { ShopDetails } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "./admin-client.server";
import { SHOP } from "./shop.operations";

const Reply = z.object({
  shop: z.object({
    name: z.string(),
    currencyCode: z.string().length(3),
    ianaTimezone: z.string().min(1),
    plan: z.object({ publicDisplayName: z.string(), partnerDevelopment: z.boolean(), shopifyPlus: z.boolean() }),
  }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

/** The shop's own settings and the scopes it has granted at this moment. */
export async function fetchShopDetails(shop: ShopId): Promise<{ details: ShopDetails; scopes: string[] }> {
  const reply = Reply.parse(await adminGraphql<unknown>(shop, SHOP));
  const { name, currencyCode, ianaTimezone, plan } = reply.shop;
  return {
    details: {
      name,
      currency: currencyCode,
      timeZone: ianaTimezone,
      planName: plan.publicDisplayName,
      isDevelopment: plan.partnerDevelopment,
      isPlus: plan.shopifyPlus,
    },
    scopes: reply.currentAppInstallation.accessScopes.map(({ handle }) => handle),
  };
}
