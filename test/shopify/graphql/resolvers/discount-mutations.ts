import { textOf } from "../../input/text-of";
import { addRedeemCodes, createAutomaticAppDiscount, createCodeDiscount, deleteDiscount, updateAutomaticAppDiscount } from "../../store/discounts/commands";
import { gid, parseGid } from "../../store/ids";
import { setMetafields } from "../../store/metafields";
import { automaticInput, DiscountInputError, newAutomaticInput, newCodeInput, tableOf, tablesOf } from "../discount-input";
import type { Args, FieldTable, GraphqlContext } from "../context";
import { fields } from "../context";
import { requireScope } from "../scopes";
import { ownNamespace } from "./metafields";

const MAX_CODES = 250;

type Payload = Record<string, unknown> & { userErrors: unknown[] };

/** Runs a change; what Shopify objects to becomes its userErrors, with nothing else in the payload. */
function change(context: GraphqlContext, name: string, empty: Record<string, null>, run: () => Record<string, unknown>): Payload {
  requireScope(context.scopes, "write_discounts", name);
  try {
    return { ...run(), userErrors: [] };
  } catch (error) {
    if (error instanceof DiscountInputError) return { ...empty, userErrors: [{ code: error.code, field: error.field, message: error.message, extraInfo: null }] };
    const message = error instanceof Error ? error.message : String(error);
    return { ...empty, userErrors: [{ code: message.includes("unique") ? "TAKEN" : "INVALID", field: ["id"], message, extraInfo: null }] };
  }
}

function writeOwn(context: GraphqlContext, id: number, input: unknown): void {
  const metafields = tablesOf(tableOf(input)["metafields"]).map((metafield) => ({
    ownerId: gid("DiscountAutomaticNode", id), namespace: ownNamespace(context, metafield["namespace"]), key: textOf(metafield["key"]), type: textOf(metafield["type"]), value: textOf(metafield["value"]),
  }));
  if (metafields.length > 0) setMetafields(context.store, { shop: context.shop.domain, metafields });
}

function createAutomatic(args: Args, context: GraphqlContext): Payload {
  const { store, shop } = context;
  return change(context, "discountAutomaticAppCreate", { automaticAppDiscount: null }, () => {
    const input = tableOf(args["automaticAppDiscount"]);
    const discount = createAutomaticAppDiscount(store, { shop: shop.domain, discount: newAutomaticInput(input, store.functions?.handles ?? [], store.clock.now()) });
    writeOwn(context, discount.id, input);
    return { automaticAppDiscount: discount };
  });
}

function updateAutomatic(args: Args, context: GraphqlContext): Payload {
  return change(context, "discountAutomaticAppUpdate", { automaticAppDiscount: null }, () => {
    const id = parseGid("DiscountAutomaticNode", String(args["id"])) ?? 0;
    const discount = updateAutomaticAppDiscount(context.store, { shop: context.shop.domain, id, change: automaticInput(tableOf(args["automaticAppDiscount"])) });
    writeOwn(context, discount.id, args["automaticAppDiscount"]);
    return { automaticAppDiscount: discount };
  });
}

function createCode(field: "basicCodeDiscount" | "freeShippingCodeDiscount", name: string) {
  return (_root: unknown, args: Args, context: GraphqlContext): Payload =>
    change(context, name, { codeDiscountNode: null }, () => {
      const { store, shop } = context;
      return { codeDiscountNode: createCodeDiscount(store, { shop: shop.domain, discount: newCodeInput(tableOf(args[field]), field, shop.currency, store.clock.now()) }) };
    });
}

function addCodes(args: Args, context: GraphqlContext): Payload {
  return change(context, "discountRedeemCodeBulkAdd", { bulkCreation: null }, () => {
    const codes = tablesOf(args["codes"]).map((entry) => textOf(entry["code"]));
    if (codes.length > MAX_CODES) throw new DiscountInputError("TOO_MANY_ARGUMENTS", ["codes"], `The number of codes can't be more than ${MAX_CODES}.`);
    const discountId = parseGid("DiscountCodeNode", String(args["discountId"])) ?? 0;
    return { bulkCreation: addRedeemCodes(context.store, { shop: context.shop.domain, discountId, codes }) };
  });
}

function remove(type: string, payloadField: string, name: string) {
  return (_root: unknown, args: Args, context: GraphqlContext): Payload =>
    change(context, name, { [payloadField]: null }, () => {
      const id = parseGid(type, String(args["id"])) ?? 0;
      if (!deleteDiscount(context.store, { shop: context.shop.domain, id })) throw new DiscountInputError("INVALID", ["id"], "Discount does not exist");
      return { [payloadField]: String(args["id"]) };
    });
}

export const discountMutations: FieldTable = fields<unknown>({
  discountAutomaticAppCreate: (_root, args, context) => createAutomatic(args, context),
  discountAutomaticAppUpdate: (_root, args, context) => updateAutomatic(args, context),
  discountAutomaticDelete: remove("DiscountAutomaticNode", "deletedAutomaticDiscountId", "discountAutomaticDelete"),
  discountCodeBasicCreate: createCode("basicCodeDiscount", "discountCodeBasicCreate"),
  discountCodeFreeShippingCreate: createCode("freeShippingCodeDiscount", "discountCodeFreeShippingCreate"),
  discountCodeDelete: remove("DiscountCodeNode", "deletedCodeDiscountId", "discountCodeDelete"),
  discountRedeemCodeBulkAdd: (_root, args, context) => addCodes(args, context),
});

