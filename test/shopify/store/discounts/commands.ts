import { nextId } from "../ids";
import type { Shop } from "../model";
import { defineCommand } from "../store";
import type { AutomaticAppDiscount, CodeCreation, CodeDiscount, CombinesWith, DiscountNode } from "./model";

/** How long adding codes takes. */
const CREATION_MS = 300;

export interface NewAutomaticAppDiscount {
  title: string;
  functionHandle: string;
  discountClasses: string[];
  combinesWith: CombinesWith;
  startsAt: number;
  endsAt: number | null;
}

export const createAutomaticAppDiscount = defineCommand("createAutomaticAppDiscount", ({ store, at }, args: { shop: string; discount: NewAutomaticAppDiscount }): AutomaticAppDiscount => {
  const shop = store.getShop(args.shop);
  const discount: AutomaticAppDiscount = { kind: "automaticApp", id: nextId(shop, "discount"), ...args.discount, createdByApp: true, createdAt: at, updatedAt: at };
  shop.discounts.nodes.set(discount.id, discount);
  return discount;
});

/** Changes what is given of it; throws when there is no such discount. */
export const updateAutomaticAppDiscount = defineCommand("updateAutomaticAppDiscount", ({ store, at }, args: { shop: string; id: number; change: Partial<NewAutomaticAppDiscount> }): AutomaticAppDiscount => {
  const discount = store.getShop(args.shop).discounts.nodes.get(args.id);
  if (discount?.kind !== "automaticApp") throw new Error("Discount does not exist");
  Object.assign(discount, args.change, { updatedAt: at });
  return discount;
});

/** False when there was none. Its codes go with it. */
export const deleteDiscount = defineCommand("deleteDiscount", ({ store }, args: { shop: string; id: number }): boolean => {
  const { nodes, byCode } = store.getShop(args.shop).discounts;
  for (const [code, id] of byCode) if (id === args.id) byCode.delete(code);
  return nodes.delete(args.id);
});

export type NewCodeDiscount = Omit<CodeDiscount, "kind" | "id" | "createdByApp" | "createdAt" | "updatedAt" | "codes" | "usedBy"> & { code: string };

/** Makes a discount with its first code; throws when the code is taken. */
export const createCodeDiscount = defineCommand("createCodeDiscount", ({ store, at }, { shop: domain, discount: { code, ...rest } }: { shop: string; discount: NewCodeDiscount }): CodeDiscount => {
  const shop = store.getShop(domain);
  if (isTaken(shop, code)) throw new Error("Code must be unique. Please try a different code.");
  const discount: CodeDiscount = { kind: "code", id: nextId(shop, "discount"), ...rest, createdByApp: true, createdAt: at, updatedAt: at, codes: new Map(), usedBy: new Set() };
  shop.discounts.nodes.set(discount.id, discount);
  addCode(shop, discount, code);
  return discount;
});

/** Adds codes to a discount; those that exist already are refused one by one. */
export const addRedeemCodes = defineCommand("addRedeemCodes", ({ store, at }, args: { shop: string; discountId: number; codes: string[] }): CodeCreation => {
  const shop = store.getShop(args.shop);
  const discount = shop.discounts.nodes.get(args.discountId);
  if (discount?.kind !== "code") throw new Error("Discount does not exist");
  const codes = args.codes.map((code) => {
    if (isTaken(shop, code)) return { code, redeemCodeId: null, error: { code: "TAKEN", message: "Code must be unique. Please try a different code." } };
    return { code, redeemCodeId: addCode(shop, discount, code), error: null };
  });
  const creation: CodeCreation = { id: nextId(shop, "codeCreation"), discountId: discount.id, codes, createdAt: at, doneAt: at + CREATION_MS };
  shop.discounts.creations.set(creation.id, creation);
  return creation;
});

/** Whether any discount of the shop has this code; codes are not case-sensitive. */
export function isTaken(shop: Shop, code: string): boolean {
  const wanted = code.trim().toLowerCase();
  return shop.discounts.byCode.has(wanted) || shop.discountCodes.some((known) => known.code.toLowerCase() === wanted);
}

/** The discount of a code; null for one that is not known. */
export function findByCode(shop: Shop, code: string): CodeDiscount | null {
  const node: DiscountNode | undefined = shop.discounts.nodes.get(shop.discounts.byCode.get(code.trim().toLowerCase()) ?? 0);
  return node?.kind === "code" ? node : null;
}

function addCode(shop: Shop, discount: CodeDiscount, code: string): number {
  const id = nextId(shop, "redeemCode");
  discount.codes.set(code.trim().toLowerCase(), { id, code: code.trim(), uses: 0 });
  shop.discounts.byCode.set(code.trim().toLowerCase(), discount.id);
  return id;
}
