import { expect, test } from "vitest";
import { openSmallShop, variantOf } from "../testing/small-shop";

const AUTOMATIC = `mutation ($discount: DiscountAutomaticAppInput!) {
  discountAutomaticAppCreate(automaticAppDiscount: $discount) { automaticAppDiscount { discountId status discountClasses } userErrors { code field message } }
}`;
const CODE = `mutation ($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) { codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic { title usageLimit codesCount { count } } } } userErrors { code field } }
}`;
const BULK = `mutation ($id: ID!, $codes: [DiscountRedeemCodeInput!]!) {
  discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) { bulkCreation { id codesCount done } userErrors { code field } }
}`;
const PROGRESS = `query ($id: ID!) {
  discountRedeemCodeBulkCreation(id: $id) { done importedCount failedCount codes(first: 10) { nodes { code discountRedeemCode { id } errors { code } } } }
}`;

async function open() {
  const small = await openSmallShop();
  const token = (await small.client.exchange(small.shop)).json?.["access_token"];
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const { json } = await small.client.query(small.shop, token, query, variables);
    return json as { data?: Record<string, Record<string, unknown>>; errors?: { extensions?: { code?: string } }[] };
  };
  return { ...small, ask };
}

const automatic = { title: "Offers", functionHandle: "offer-discount", discountClasses: ["PRODUCT"], startsAt: "2026-01-01T00:00:00Z", metafields: [{ key: "offer-discount", type: "json", value: "{}" }] };

test.each([
  ["an unknown Function", { functionHandle: "other" }, "INVALID"],
  ["no Function", { functionHandle: undefined }, "MISSING_FUNCTION_IDENTIFIER"],
  ["no title", { title: "" }, "BLANK"],
  ["no class", { discountClasses: [] }, "INVALID"],
])("an automatic discount with %s is refused", async (_name, over, code) => {
  const { ask, shop } = await open();
  const reply = await ask(AUTOMATIC, { discount: { ...automatic, ...over } });
  expect(reply.data?.["discountAutomaticAppCreate"]).toMatchObject({ automaticAppDiscount: null, userErrors: [{ code }] });
  expect(shop.discounts.nodes.size).toBe(0);
});

test("an automatic discount has its metafield in the app's own namespace, under each of its ids", async () => {
  const { ask } = await open();
  const made = (await ask(AUTOMATIC, { discount: automatic })).data?.["discountAutomaticAppCreate"]?.["automaticAppDiscount"] as { discountId: string; status: string };
  expect(made.status).toBe("ACTIVE");
  const id = made.discountId.replace("DiscountAutomaticNode", "DiscountNode");
  const read = () => ask(`query ($id: ID!) { discountNode(id: $id) { id metafield(key: "offer-discount") { value } } }`, { id });
  expect((await read()).data?.["discountNode"]).toEqual({ id, metafield: { value: "{}" } });
  await ask(`mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { code } } }`, { m: [{ ownerId: made.discountId, key: "offer-discount", type: "json", value: "[1]" }] });
  expect((await read()).data?.["discountNode"]).toMatchObject({ metafield: { value: "[1]" } });
});

test("codes are added in bulk, at most 250 a call; one that exists is refused by itself", async () => {
  const { ask, shopify, mug, shop } = await open();
  const discount = {
    title: "Coupons", code: "FIRST", startsAt: "2026-01-01T00:00:00Z", usageLimit: 1, context: { all: "ALL" },
    customerGets: { items: { products: { productVariantsToAdd: [`gid://shopify/ProductVariant/${variantOf(mug).id}`] } }, value: { percentage: 0.15 } },
  };
  const { codeDiscountNode } = (await ask(CODE, { discount })).data?.["discountCodeBasicCreate"] as { codeDiscountNode: { id: string } };
  expect(codeDiscountNode).toMatchObject({ codeDiscount: { title: "Coupons", usageLimit: 1, codesCount: { count: 1 } } });
  expect((await ask(CODE, { discount: { ...discount, code: "first" } })).data?.["discountCodeBasicCreate"]).toMatchObject({ codeDiscountNode: null, userErrors: [{ code: "TAKEN" }] });

  const add = (codes: string[]) => ask(BULK, { id: codeDiscountNode.id, codes: codes.map((code) => ({ code })) });
  expect((await add(Array.from({ length: 251 }, (_, index) => `C${index}`))).data?.["discountRedeemCodeBulkAdd"]).toMatchObject({ bulkCreation: null, userErrors: [{ code: "TOO_MANY_ARGUMENTS" }] });
  const { bulkCreation } = (await add(["SECOND", "First"])).data?.["discountRedeemCodeBulkAdd"] as { bulkCreation: { id: string } };
  expect(bulkCreation).toMatchObject({ codesCount: 2, done: false });
  shopify.clock.advance(1_000);
  expect((await ask(PROGRESS, { id: bulkCreation.id })).data?.["discountRedeemCodeBulkCreation"]).toMatchObject({
    done: true, importedCount: 1, failedCount: 1, codes: { nodes: [{ code: "SECOND", errors: [] }, { code: "First", discountRedeemCode: null, errors: [{ code: "TAKEN" }] }] },
  });
  expect((await ask(`{ codeDiscountNodeByCode(code: "second") { id } }`)).data?.["codeDiscountNodeByCode"]).toEqual({ id: codeDiscountNode.id });
  expect([...shop.discounts.byCode.keys()]).toEqual(["first", "second"]);
});

test("without the scope discounts are neither made nor read", async () => {
  const { ask, shop, shopify } = await open();
  shopify.control.changeScopes({ shop: shop.domain, scopes: ["read_products"] });
  expect((await ask(AUTOMATIC, { discount: automatic })).errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
  expect((await ask(`{ codeDiscountNodeByCode(code: "x") { id } }`)).errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
});
