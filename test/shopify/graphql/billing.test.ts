import { expect, test } from "vitest";
import { issueAccessToken } from "../store/installations";
import { issueSessionToken } from "../tokens/issue-tokens";
import { openSmallShop } from "../testing/small-shop";

const create = `mutation($lines: [AppSubscriptionLineItemInput!]!, $test: Boolean) {
  appSubscriptionCreate(name: "Usage", returnUrl: "https://admin.shopify.com/store/small/apps/key/app/billing", lineItems: $lines, trialDays: 7, test: $test) {
    confirmationUrl userErrors { message } appSubscription { id status lineItems { id } }
  }
}`;
const current = `{ currentAppInstallation { activeSubscriptions { id name status test trialDays currentPeriodEnd lineItems { id plan { pricingDetails { __typename
  ... on AppUsagePricing { terms cappedAmount { amount currencyCode } balanceUsed { amount } } } } usageRecords(first: 5, reverse: true) { nodes { idempotencyKey price { amount } } } } }
  allSubscriptions(first: 5, reverse: true) { nodes { status } } } shopBillingPreferences { currency } }`;
const record = `mutation($id: ID!, $amount: Decimal!, $key: String) {
  appUsageRecordCreate(subscriptionLineItemId: $id, price: { amount: $amount, currencyCode: GBP }, description: "x", idempotencyKey: $key) { appUsageRecord { id } userErrors { message } }
}`;
const lines = (cap: string, currencyCode = "GBP") => [{ plan: { appUsagePricingDetails: { terms: "2 %", cappedAmount: { amount: cap, currencyCode } } } }];

async function openBilling() {
  const opened = await openSmallShop();
  const { access_token: token } = (await opened.client.exchange(opened.shop)).json ?? {};
  const query = async (document: string, variables: Record<string, unknown> = {}, as: unknown = token) => (await opened.client.query(opened.shop, as, document, variables)).json ?? {};
  return { ...opened, query };
}

test("a proposal counts from the merchant's approval on, and uses its cap once for each key", async () => {
  const { shopify, shop, query } = await openBilling();
  const made = (await query(create, { lines: lines("10.00") })) as { data: { appSubscriptionCreate: { confirmationUrl: string; appSubscription: { id: string; lineItems: { id: string }[] } } } };
  const { appSubscription: { lineItems: [line] } } = made.data.appSubscriptionCreate;
  expect(await query(current)).toMatchObject({ data: { currentAppInstallation: { activeSubscriptions: [] }, shopBillingPreferences: { currency: "GBP" } } });
  const id = shop.billing.subscriptions[0]?.id ?? 0;
  shopify.control.answerCharge({ shop: shop.domain, id, approve: true });
  const use = (amount: string, key: string) => query(record, { id: line?.id, amount, key });
  expect(await use("6.00", "a")).toMatchObject({ data: { appUsageRecordCreate: { userErrors: [] } } });
  expect(await use("6.00", "a")).toMatchObject({ data: { appUsageRecordCreate: { userErrors: [] } } });
  expect(await use("6.00", "b")).toMatchObject({ data: { appUsageRecordCreate: { appUsageRecord: null, userErrors: [{ message: "Total price exceeds balance remaining" }] } } });
  expect(await query(current)).toMatchObject({ data: { currentAppInstallation: { activeSubscriptions: [{ status: "ACTIVE", trialDays: 7, lineItems: [{
    plan: { pricingDetails: { __typename: "AppUsagePricing", cappedAmount: { amount: "10.0" }, balanceUsed: { amount: "6.0" } } }, usageRecords: { nodes: [{ idempotencyKey: "a" }] },
  }] }] } } });
  shopify.clock.advance(8 * 86_400_000);
  const refreshed = issueAccessToken(shopify.store, { shop: shop.domain, kind: "offline", expiring: false, userId: null }).accessToken.token;
  expect(await query(current, {}, refreshed)).toMatchObject({ data: { currentAppInstallation: { activeSubscriptions: [{ lineItems: [{ plan: { pricingDetails: { balanceUsed: { amount: "0.0" } } } }] }] } } });
});

test("staff without the permission may not manage charges with their own token", async () => {
  const { shopify, shop, client, query } = await openBilling();
  const staff = shopify.control.addStaff({ shop: shop.domain, firstName: "Sam", collaborator: false, scopes: ["read_orders"], mayBill: false });
  const reply = await client.requestToken(shop, {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: issueSessionToken(shopify.app, shop, shopify.clock.now(), staff.id),
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token", requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
  });
  expect(reply.json).toMatchObject({ associated_user_scope: "read_orders", associated_user: { account_owner: false, first_name: "Sam" } });
  expect(await query(create, { lines: lines("10.00") }, reply.json?.access_token)).toMatchObject({ errors: [{ extensions: { code: "ACCESS_DENIED" } }] });
});

test("other currencies than the merchant's are refused, and development stores approve test charges alone", async () => {
  const { shopify, shop, query } = await openBilling();
  expect(await query(create, { lines: lines("10.00", "JPY") })).toMatchObject({ data: { appSubscriptionCreate: { userErrors: [{ message: expect.stringMatching(/USD or/) as unknown }] } } });
  shopify.control.updateShop({ shop: shop.domain, isDevelopment: true });
  await query(create, { lines: lines("10.00") });
  const id = shop.billing.subscriptions[0]?.id ?? 0;
  expect(() => shopify.control.answerCharge({ shop: shop.domain, id, approve: true })).toThrow(/test charges/);
  shopify.control.answerCharge({ shop: shop.domain, id, approve: false });
  expect(await query(current)).toMatchObject({ data: { currentAppInstallation: { allSubscriptions: { nodes: [{ status: "DECLINED" }] } } } });
});
