import { readCourtesyHistory } from "../../data/courtesy/history.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { mayAsk } from "../../domain/courtesy/courtesy";
import type { CourtesyVerdict } from "../../domain/courtesy/courtesy";
import { daysAfter } from "../../domain/courtesy/days";
import { encounterHorizonDays } from "../../domain/courtesy/history";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import type { ShopId } from "../../domain/shops/shop-id";

/** No order is in hand. */
const referenceId = "flow";

/** What courtesy says of speaking to a customer by e-mail now, under the same budget as every offer. */
export async function courtesyOfTelling(shop: ShopId, customerKey: string, now: Date): Promise<CourtesyVerdict> {
  const snapshot = await getSnapshot(shop, now);
  const policy = snapshot?.policy ?? defaultCourtesyPolicy();
  const holdOutPercent = snapshot?.holdOutPercent ?? 0;
  const history = await readCourtesyHistory(shop, { customerKey, referenceId, since: daysAfter(now, -encounterHorizonDays(policy)), liveOfferIds: [] });
  return mayAsk(policy, history, {
    shop, placement: "e-mail", referenceId, step: 1, customerKey, priorOrders: null, gift: null, holdOutPercent, liveOfferIds: new Set(),
  }, now);
}
