import { z } from "zod";
import type { PublishedSettings } from "../../domain/placements/published-settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { SAVE_METAFIELDS, SHOP_ID } from "./settings-metafield.operations";

const ShopReply = z.object({ shop: z.object({ id: z.string() }) });
const SaveReply = z.object({ metafieldsSet: z.object({ userErrors: z.array(z.object({ message: z.string() })) }) });

/** Where the extensions look, in a namespace that no other app can write. Their TOML files name the same. */
export const settingsMetafield = { namespace: "$app:encore", key: "placements" } as const;

/** Puts the settings where extensions read them without a call. Throws ShopifyApiError, or an Error with what Shopify objects to. */
export async function publishPlacementSettings(shop: ShopId, settings: PublishedSettings): Promise<void> {
  const { shop: owner } = ShopReply.parse(await adminGraphql<unknown>(shop, SHOP_ID));
  const metafields = [{ ...settingsMetafield, ownerId: owner.id, type: "json", value: JSON.stringify(settings) }];
  const { metafieldsSet } = SaveReply.parse(await adminGraphql<unknown>(shop, SAVE_METAFIELDS, { metafields }));
  if (metafieldsSet.userErrors.length > 0) throw new Error(`Shopify did not take the settings: ${metafieldsSet.userErrors.map(({ message }) => message).join("; ")}`);
}
