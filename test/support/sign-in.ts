import { Session } from "@shopify/shopify-api";
import { sessionStorage } from "../../app/shopify/shops/session-storage.server";

/** Gives a shop an access token that is good for an hour, as if staff had just opened the app. */
export async function signIn(shop: string): Promise<void> {
  const inAnHour = new Date(Date.now() + 3_600_000);
  await sessionStorage.storeSession(new Session({
    id: `offline_${shop}`, shop, state: "", isOnline: false, accessToken: "shpat_test", scope: "read_all_orders,read_customers,read_inventory,read_orders,read_products",
    expires: inAnHour, refreshToken: "shprt_test", refreshTokenExpires: new Date(Date.now() + 86_400_000),
  }));
}
