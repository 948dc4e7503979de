import { z } from "zod";
import { readOptOut } from "../../data/courtesy/opt-outs.server";
import { readCustomerTags } from "../../data/customers/customer-tags.server";
import { describeCustomerData, forgetDecisions } from "../../data/decisions/privacy.server";
import { describeCoupons } from "../../data/discounts/coupons.server";
import { describeFlowEvents } from "../../data/flow/outbox.server";
import type { PendingEvent } from "../../data/inbox/inbox.server";
import { describeOrders, describeReorders, forgetCustomer } from "../../data/privacy/customer-data.server";
import type { Subject } from "../../data/privacy/customer-data.server";
import { savePrivacyRequest } from "../../data/privacy/privacy-requests.server";
import { findShop } from "../../data/shops/shops.server";
import { customerKeyOf } from "../../domain/orders/customer-key";
import { parseRecord, RestId } from "../../domain/sync/shopify-fields";
import { log } from "../../log.server";
import type { ShopHandler } from "../inbox/event-handler";
import { eraseShopForGood } from "./erase-shop.server";

const Request = z.object({
  customer: z.object({ id: RestId.nullish() }).nullish(),
  guest_key: z.string().nullish(),
  orders_requested: z.array(RestId).nullish(),
  orders_to_redact: z.array(RestId).nullish(),
});

/** Shopify asks for a shop's erasure this long after it uninstalled. */
const graceMs = 48 * 60 * 60 * 1000;
const slackMs = 60 * 60 * 1000;

/** Gathers what is held on a customer, for the merchant to see and hand over. */
export const onDataRequest: ShopHandler = async (shop, events, now) => {
  for (const event of events) {
    const subject = subjectOf(event);
    const decisions = await Promise.all(subject.customerKeys.map((key) => describeCustomerData(shop, key)));
    const optedOut = await Promise.all(subject.customerKeys.map((key) => readOptOut(shop, key)));
    const report = {
      orders: await describeOrders(shop, subject), decisions: decisions.flat(), reorders: await describeReorders(shop, subject),
      tags: await readCustomerTags(shop, subject.customerKeys),
      coupons: await describeCoupons(shop, subject.customerKeys), flow: await describeFlowEvents(shop, subject.customerKeys),
      optedOutSince: optedOut.find((since) => since !== null) ?? null,
    };
    await savePrivacyRequest(shop, { ...identityOf(event), customerKey: subject.customerKeys[0] ?? null, completedAt: now, report });
  }
};

export const onCustomerRedact: ShopHandler = async (shop, events, now) => {
  for (const event of events) {
    const subject = subjectOf(event);
    for (const customerKey of subject.customerKeys) await forgetDecisions(shop, { customerKey });
    // The request itself is stripped here as well, so this comes last but one.
    await forgetCustomer(shop, subject, now);
    await savePrivacyRequest(shop, { ...identityOf(event), customerKey: null, completedAt: now, report: null });
  }
};

/** A shop that has installed again meanwhile keeps its data: this request is about the installation before. */
export const onShopRedact: ShopHandler = async (shop, events, now) => {
  const found = await findShop(shop);
  for (const { triggeredAt } of events) {
    const isReinstalled = found?.uninstalledAt === null && found.installedAt.getTime() > triggeredAt.getTime() - graceMs - slackMs;
    if (isReinstalled) {
      log.info({ shop }, "the erasure of an earlier installation is not carried out: the shop has installed again");
      continue;
    }
    await eraseShopForGood(shop, now);
  }
};

function subjectOf({ payload }: PendingEvent): Subject {
  const { customer, guest_key: guestKey, orders_requested: requested, orders_to_redact: toRedact } = parseRecord("privacy request", Request, payload);
  const customerKeys = customer?.id ? [customerKeyOf({ customerId: customer.id })] : [];
  if (guestKey) customerKeys.push(guestKey);
  return { customerKeys, orderIds: [...(requested ?? []), ...(toRedact ?? [])] };
}

function identityOf({ topic, eventId, receivedAt }: PendingEvent) {
  return { topic, eventId, receivedAt };
}
