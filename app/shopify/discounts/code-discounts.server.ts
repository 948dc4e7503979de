import { z } from "zod";
import { toDecimalString } from "../../domain/money/money";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { collectPages, Page } from "../shops/pages.server";
import { ADD_CODES, CODES_ADDED, CREATE_BASIC_CODE, CREATE_FREE_SHIPPING_CODE, DELETE_CODE_DISCOUNT, DISCOUNT_OF_CODE } from "./discounts.operations";
import { checkUserErrors, DiscountRefused, UserErrors } from "./user-errors";

/** What a code takes off. An amount comes off the whole of what the code is for, once. */
export type CodeValue = { kind: "percentage"; percent: number } | { kind: "fixed"; amountMinor: number } | { kind: "freeShipping" };

export interface CodeDiscount {
  title: string;
  code: string;
  value: CodeValue;
  currency: string;
  /** Null for everything in the cart. */
  variantId: number | null;
  least: { kind: "quantity"; quantity: number } | { kind: "subtotal"; minor: number } | null;
  startsAt: Date;
  endsAt: Date;
}

const Made = z.object({ codeDiscountNode: z.object({ id: z.string() }).nullable(), userErrors: UserErrors });
const CreateReply = z.union([
  z.object({ discountCodeBasicCreate: Made }).transform((reply) => reply.discountCodeBasicCreate),
  z.object({ discountCodeFreeShippingCreate: Made }).transform((reply) => reply.discountCodeFreeShippingCreate),
]);

/**
 * Makes a discount with one code, each of whose codes may be used once. When the code exists already, an earlier try went
 * through: its discount is the answer. Throws ShopifyApiError or DiscountRefused.
 */
export async function createCodeDiscount(shop: ShopId, discount: CodeDiscount): Promise<number> {
  const [document, input] = discount.value.kind === "freeShipping" ? [CREATE_FREE_SHIPPING_CODE, shared(discount)] : [CREATE_BASIC_CODE, basicInput(discount)];
  const { codeDiscountNode, userErrors } = CreateReply.parse(await adminGraphql<unknown>(shop, document, { discount: input }));
  try {
    checkUserErrors(userErrors);
  } catch (thrown) {
    const known = thrown instanceof DiscountRefused && thrown.codes.includes("TAKEN") ? await findDiscountOfCode(shop, discount.code) : null;
    if (known === null) throw thrown;
    return known;
  }
  if (!codeDiscountNode) throw new Error("Shopify made no discount and said nothing of it");
  return numberOf(codeDiscountNode.id);
}

function shared({ title, code, startsAt, endsAt, least, currency }: CodeDiscount) {
  return {
    title, code,
    startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(),
    // Each code once; a customer who was given two coupons may use both.
    usageLimit: 1, appliesOncePerCustomer: false,
    context: { all: "ALL" },
    combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: true },
    ...(least === null ? {} : { minimumRequirement: leastInput(least, currency) }),
  };
}

function leastInput(least: NonNullable<CodeDiscount["least"]>, currency: string) {
  return least.kind === "quantity"
    ? { quantity: { greaterThanOrEqualToQuantity: String(least.quantity) } }
    : { subtotal: { greaterThanOrEqualToSubtotal: toDecimalString(least.minor, currency) } };
}

function basicInput(discount: CodeDiscount) {
  const { value, variantId, currency } = discount;
  return {
    ...shared(discount),
    customerGets: {
      items: variantId === null ? { all: true } : { products: { productVariantsToAdd: [`gid://shopify/ProductVariant/${variantId}`] } },
      value: value.kind === "percentage"
        ? { percentage: value.percent / 100 }
        : { discountAmount: { amount: toDecimalString(value.kind === "fixed" ? value.amountMinor : 0, currency), appliesOnEachItem: false } },
    },
  };
}

const OfCode = z.object({ codeDiscountNodeByCode: z.object({ id: z.string() }).nullable() });

/** The discount that a code belongs to; null for a code that does not exist. */
export async function findDiscountOfCode(shop: ShopId, code: string): Promise<number | null> {
  const { codeDiscountNodeByCode } = OfCode.parse(await adminGraphql<unknown>(shop, DISCOUNT_OF_CODE, { code }));
  return codeDiscountNodeByCode ? numberOf(codeDiscountNodeByCode.id) : null;
}

const DeleteReply = z.object({ discountCodeDelete: z.object({ userErrors: UserErrors }) });

/** Deletes a discount with all its codes; one that is gone already is as good. Orders keep what they had of it. */
export async function deleteCodeDiscount(shop: ShopId, nodeId: number): Promise<void> {
  const { userErrors } = DeleteReply.parse(await adminGraphql<unknown>(shop, DELETE_CODE_DISCOUNT, { id: gidOf(nodeId) })).discountCodeDelete;
  // Of an id alone Shopify objects to nothing but that there is no such discount.
  if (userErrors.some(({ code }) => code !== "INVALID")) checkUserErrors(userErrors);
}

const Added = z.object({ discountRedeemCodeBulkAdd: z.object({ bulkCreation: z.object({ id: z.string() }).nullable(), userErrors: UserErrors }) });

/** The most codes that one call may add. */
export const CODES_A_CALL = 250;

/** Has up to 250 codes added to a discount; Shopify works on it by itself. The id of that work. */
export async function startAddingCodes(shop: ShopId, nodeId: number, codes: readonly string[]): Promise<string> {
  const reply = await adminGraphql<unknown>(shop, ADD_CODES, { discountId: gidOf(nodeId), codes: codes.map((code) => ({ code })) });
  const { bulkCreation, userErrors } = Added.parse(reply).discountRedeemCodeBulkAdd;
  checkUserErrors(userErrors);
  if (!bulkCreation) throw new Error("Shopify added no codes and said nothing of it");
  return bulkCreation.id;
}

const Progress = z.object({ discountRedeemCodeBulkCreation: z.object({ done: z.boolean(), codes: Page }).nullable() });
const AddedCode = z.object({ code: z.string(), discountRedeemCode: z.object({ id: z.string() }).nullable(), errors: z.array(z.object({ code: z.string().nullish() })) });

export interface AddedCodes {
  made: string[];
  /** With what Shopify says: TAKEN is a code that exists. */
  refused: { code: string; reasons: string[] }[];
}

/** What became of it; null while Shopify is at it, and "unknown" for work that it no longer knows. */
export async function findAddedCodes(shop: ShopId, bulkId: string): Promise<AddedCodes | "unknown" | null> {
  const ask = async (after: string | null) =>
    Progress.parse(await adminGraphql<unknown>(shop, CODES_ADDED, { id: bulkId, after })).discountRedeemCodeBulkCreation;
  const first = await ask(null);
  if (!first) return "unknown";
  if (!first.done) return null;
  const nodes = await collectPages(first.codes, async (after) => (await ask(after))?.codes ?? { nodes: [], pageInfo: { hasNextPage: false } });
  const codes = nodes.map((node) => AddedCode.parse(node));
  return {
    made: codes.filter(({ discountRedeemCode }) => discountRedeemCode).map(({ code }) => code),
    refused: codes.filter(({ discountRedeemCode }) => !discountRedeemCode).map(({ code, errors }) => ({ code, reasons: errors.flatMap((error) => error.code ?? []) })),
  };
}

function gidOf(nodeId: number): string {
  return `gid://shopify/DiscountCodeNode/${nodeId}`;
}

function numberOf(gid: string): number {
  return Number(gid.split("/").at(-1));
}
