import { addJobs } from "../../data/jobs/jobs.server";
import type { MirrorHandler } from "../inbox/event-handler";
import { syncBilling } from "./sync-billing.server";

/** Whatever an event says of a subscription, Shopify is asked how it stands now: events come late, twice and in any order. */
export const onSubscriptionChanged: MirrorHandler = async ({ shop }, _, now) => {
  const { account } = await syncBilling(shop, now);
  if (account.plan === "usage") await addJobs([{ task: "billing.charge", payload: { shop }, key: `billing ${shop}` }]);
};
