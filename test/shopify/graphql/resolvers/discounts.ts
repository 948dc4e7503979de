import { findByCode } from "../../store/discounts/commands";
import type { AutomaticAppDiscount, CodeCreation, CodeDiscount, DiscountNode, RedeemCode } from "../../store/discounts/model";
import { isActive } from "../../store/discounts/model";
import { gid, parseGid } from "../../store/ids";
import { findMetafield } from "../../store/metafields";
import { Connection } from "../connection";
import type { Args, FieldTable, GraphqlContext, Resolver } from "../context";
import { Typed, fields } from "../context";
import { requireScope } from "../scopes";
import { dateTime } from "../values";
import { ownNamespace } from "./metafields";

const TYPES = { automaticApp: "DiscountAutomaticApp", code: "DiscountCodeBasic" } as const;

/** Metafields of a discount belong to it under any of its three ids. */
const nodeFields = {
  metafield: (node: DiscountNode, args: Args, context: GraphqlContext) =>
    findMetafield(context.shop, gid(node.kind === "code" ? "DiscountCodeNode" : "DiscountAutomaticNode", node.id), ownNamespace(context, args["namespace"]), String(args["key"])),
};

function typed(node: DiscountNode): Typed {
  return new Typed(node.kind === "code" && node.value.kind === "freeShipping" ? "DiscountCodeFreeShipping" : TYPES[node.kind], node);
}

function status(node: DiscountNode, { store }: GraphqlContext): string {
  const now = store.clock.now();
  return isActive(node, now) ? "ACTIVE" : node.startsAt > now ? "SCHEDULED" : "EXPIRED";
}

const common: Record<string, Resolver<DiscountNode>> = {
  title: ({ title }) => title,
  status: (node, _args, context) => status(node, context),
  startsAt: ({ startsAt }) => dateTime(startsAt),
  endsAt: ({ endsAt }) => (endsAt === null ? null : dateTime(endsAt)),
  createdAt: ({ createdAt }) => dateTime(createdAt),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  combinesWith: ({ combinesWith }) => combinesWith,
  tags: () => [],
};

const codeFields: Record<string, Resolver<CodeDiscount>> = {
  usageLimit: ({ usageLimit }) => usageLimit,
  appliesOncePerCustomer: ({ oncePerCustomer }) => oncePerCustomer,
  asyncUsageCount: ({ codes }) => [...codes.values()].reduce((sum, { uses }) => sum + uses, 0),
  codesCount: ({ codes }) => ({ count: codes.size, precision: "EXACT" }),
  codes: ({ codes }, args) => new Connection([...codes.values()], args, ({ id }) => id),
};

function find(shop: GraphqlContext["shop"], id: unknown, types: readonly string[]): DiscountNode | null {
  for (const type of types) {
    const node = shop.discounts.nodes.get(parseGid(type, String(id)) ?? 0);
    if (node) return node;
  }
  return null;
}

export const discountQueries: FieldTable = fields<unknown>({
  discountNode: (_root, args, context) => {
    requireScope(context.scopes, "read_discounts", "discountNode");
    return find(context.shop, args["id"], ["DiscountNode", "DiscountAutomaticNode", "DiscountCodeNode"]);
  },
  discountNodes: (_root, args, context) => {
    requireScope(context.scopes, "read_discounts", "discountNodes");
    const query = typeof args["query"] === "string" ? args["query"] : "";
    if (query !== "" && query !== "type:app") throw new Error(`local Shopify does not implement the search "${query}" of discounts yet`);
    const nodes = [...context.shop.discounts.nodes.values()].filter(({ kind }) => query === "" || kind === "automaticApp");
    return new Connection(nodes, args, ({ id }) => id);
  },
  codeDiscountNodeByCode: (_root, args, context) => {
    requireScope(context.scopes, "read_discounts", "codeDiscountNodeByCode");
    return findByCode(context.shop, String(args["code"]));
  },
  discountRedeemCodeBulkCreation: (_root, args, context) => {
    requireScope(context.scopes, "read_discounts", "discountRedeemCodeBulkCreation");
    return context.shop.discounts.creations.get(parseGid("DiscountRedeemCodeBulkCreation", String(args["id"])) ?? 0) ?? null;
  },
  shopifyFunctions: (_root, args, { store }) => new Connection([...(store.functions?.handles ?? [])], args, (handle) => handle),
});

export const discountFields: Readonly<Record<string, FieldTable>> = {
  DiscountNode: fields<DiscountNode>({ ...nodeFields, id: ({ id }) => gid("DiscountNode", id), discount: typed }),
  DiscountCodeNode: fields<CodeDiscount>({ ...nodeFields, id: ({ id }) => gid("DiscountCodeNode", id), codeDiscount: typed }),
  DiscountAutomaticApp: fields<AutomaticAppDiscount>({
    ...common,
    discountId: ({ id }) => gid("DiscountAutomaticNode", id),
    discountClasses: ({ discountClasses }) => discountClasses,
    appDiscountType: (node) => node,
    asyncUsageCount: () => 0,
  }),
  AppDiscountType: fields<AutomaticAppDiscount>({
    appKey: (_node, _args, { app }) => app.apiKey,
    functionId: ({ functionHandle }) => functionHandle,
    discountClasses: ({ discountClasses }) => discountClasses,
    title: ({ functionHandle }) => functionHandle,
    app: (_node, _args, { app }) => app,
  }),
  DiscountCodeBasic: fields<CodeDiscount>({ ...common, ...codeFields, discountClasses: ({ variantIds }) => [variantIds === null ? "ORDER" : "PRODUCT"] }),
  DiscountCodeFreeShipping: fields<CodeDiscount>({ ...common, ...codeFields, discountClasses: () => ["SHIPPING"] }),
  DiscountCombinesWith: fields<DiscountNode["combinesWith"]>({
    orderDiscounts: ({ orderDiscounts }) => orderDiscounts,
    productDiscounts: ({ productDiscounts }) => productDiscounts,
    shippingDiscounts: ({ shippingDiscounts }) => shippingDiscounts,
  }),
  DiscountRedeemCode: fields<RedeemCode>({ id: ({ id }) => gid("DiscountRedeemCode", id), code: ({ code }) => code, asyncUsageCount: ({ uses }) => uses, createdBy: (_code, _args, { app }) => app }),
  DiscountRedeemCodeBulkCreation: fields<CodeCreation>({
    id: ({ id }) => gid("DiscountRedeemCodeBulkCreation", id),
    done: ({ doneAt }, _args, { store }) => store.clock.now() >= doneAt,
    createdAt: ({ createdAt }) => dateTime(createdAt),
    codesCount: ({ codes }) => codes.length,
    importedCount: ({ codes }) => codes.filter(({ error }) => !error).length,
    failedCount: ({ codes }) => codes.filter(({ error }) => error).length,
    discountCode: ({ discountId }, _args, { shop }) => shop.discounts.nodes.get(discountId) ?? null,
    codes: ({ codes }, args) => new Connection(codes, args, ({ code }) => code),
  }),
  DiscountRedeemCodeBulkCreationCode: fields<CodeCreation["codes"][number]>({
    code: ({ code }) => code,
    discountRedeemCode: ({ code, redeemCodeId }) => (redeemCodeId === null ? null : { id: redeemCodeId, code, uses: 0 }),
    errors: ({ error }) => (error ? [{ ...error, field: ["codes"], extraInfo: null }] : []),
  }),
  ShopifyFunction: fields<string>({ id: (handle) => handle, handle: (handle) => handle, title: (handle) => handle, apiType: () => "discount", apiVersion: (_handle, _args, { app }) => app.apiVersion, appKey: (_handle, _args, { app }) => app.apiKey }),
};
