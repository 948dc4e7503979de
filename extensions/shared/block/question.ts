import type { BlockPlacement, BlockQuestion } from "../../../app/domain/placements/contract";
import { numberOfGid } from "../host/gid";
import type { Host, Metafield, Watched } from "../host/host";
import { whenKnown } from "../host/host";
import type { CartLine } from "../host/lines";
import { blockLines } from "../host/lines";
import { toMinor } from "../host/money";
import type { BlockSettings } from "../host/settings";

/** What a placement with a purchase in hand knows of it. */
export interface Purchase extends Host {
  appMetafields: Watched<readonly Metafield[]>;
  checkoutToken: Watched<string | undefined>;
  lines: Watched<readonly CartLine[]>;
  discountCodes: Watched<readonly { code: string }[]>;
  localization: Host["localization"] & { market: Watched<{ handle: string } | undefined> };
  cost: { totalAmount: Watched<{ amount: number; currencyCode: string }> };
}

/** A checkout has its token a moment after it opens. */
const TOKEN_MS = 1_000;

/**
 * The question of a cart or order. Null when the merchant switched the placement off, or when it is an order's that has no
 * checkout (imported, or made by staff): the app could not tell whose it is. The editor gets a sample all the same.
 */
export function purchaseQuestion(
  host: Purchase,
  placement: BlockPlacement,
  settings: BlockSettings,
  orderGid?: string,
): Promise<BlockQuestion> | null {
  const isOrderWithoutCheckout = placement === "order-status" && host.checkoutToken.value === undefined;
  if (host.extension.editor === undefined && (!settings.isEnabled || isOrderWithoutCheckout)) return null;
  return whenTokenIsKnown(host, placement, settings, orderGid);
}

async function whenTokenIsKnown(host: Purchase, placement: BlockPlacement, settings: BlockSettings, orderGid?: string): Promise<BlockQuestion> {
  const checkoutToken = await whenKnown(host.checkoutToken, TOKEN_MS);
  const { amount, currencyCode } = host.cost.totalAmount.value;
  const orderId = orderGid === undefined ? null : numberOfGid(orderGid);
  return {
    placement,
    ...(checkoutToken === undefined ? {} : { checkoutToken }),
    ...(orderId === null ? {} : { orderId }),
    lines: blockLines(host.lines.value),
    totalMinor: toMinor(amount, currencyCode),
    currency: currencyCode,
    countryCode: host.localization.country.value?.isoCode ?? null,
    locale: host.localization.language.value.isoCode,
    room: settings.products,
    discountCodes: host.discountCodes.value.map(({ code }) => code),
    market: host.localization.market.value?.handle ?? null,
  };
}
