import { readBlockBackground } from "../../data/placements/background.server";
import type { CustomerKey } from "../../domain/orders/customer-key";
import { customerKeyOf } from "../../domain/orders/customer-key";
import type { PreferencesReply, PreferencesRequest } from "../../domain/placements/contract";
import type { ExtensionCaller } from "../../shopify/placements/extension-token.server";
import { isOptedOut, optIn, optOut } from "../courtesy/opt-out.server";

/**
 * Reads whether somebody wants no offers, and changes it where they say so. It is the customer who is logged in, else the
 * one whose order came of the purchase; null for who cannot be told by either.
 */
export async function changePreferences(caller: ExtensionCaller, { isOptedOut: wanted, checkoutToken }: PreferencesRequest, now: Date): Promise<PreferencesReply | null> {
  const { shop } = caller;
  const key = await keyOf(caller, checkoutToken, now);
  if (key === null) return null;
  if (wanted === true) await optOut(shop, key, now);
  if (wanted === false) await optIn(shop, key, now);
  return { isOptedOut: await isOptedOut(shop, key) };
}

async function keyOf({ shop, customerId }: ExtensionCaller, checkoutToken: string | undefined, now: Date): Promise<CustomerKey | null> {
  if (customerId !== null) return customerKeyOf({ customerId });
  if (checkoutToken === undefined) return null;
  const background = await readBlockBackground(shop, { placement: "order-status", referenceId: checkoutToken, checkoutToken, customerKey: null, now });
  return background?.customerKey ?? null;
}
