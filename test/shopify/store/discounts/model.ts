/** What discounts of other classes one may stand beside. */
export interface CombinesWith {
  orderDiscounts: boolean;
  productDiscounts: boolean;
  shippingDiscounts: boolean;
}

interface DiscountBase {
  id: number;
  title: string;
  startsAt: number;
  endsAt: number | null;
  combinesWith: CombinesWith;
  /** Whether the app made it. */
  createdByApp: boolean;
  createdAt: number;
  updatedAt: number;
}

/** An automatic discount whose value a Function works out. */
export interface AutomaticAppDiscount extends DiscountBase {
  kind: "automaticApp";
  functionHandle: string;
  discountClasses: string[];
}

export interface RedeemCode {
  id: number;
  code: string;
  uses: number;
}

export type CodeValue = { kind: "percentage"; percent: number } | { kind: "fixed"; amount: number; eachItem: boolean } | { kind: "freeShipping" };

/** A discount with any number of codes; `usageLimit` is each code's own. */
export interface CodeDiscount extends DiscountBase {
  kind: "code";
  value: CodeValue;
  /** Null for everything in the cart. */
  variantIds: number[] | null;
  productIds: number[];
  minimumQuantity: number | null;
  minimumSubtotal: number | null;
  usageLimit: number | null;
  oncePerCustomer: boolean;
  /** By the code in lower case. */
  codes: Map<string, RedeemCode>;
  /** Who has used it: customer ids and e-mail addresses. */
  usedBy: Set<string>;
}

export type DiscountNode = AutomaticAppDiscount | CodeDiscount;

/** Codes that are being added in bulk; done a moment after it was asked for. */
export interface CodeCreation {
  id: number;
  discountId: number;
  codes: { code: string; redeemCodeId: number | null; error: { code: string; message: string } | null }[];
  createdAt: number;
  doneAt: number;
}

export interface Discounts {
  nodes: Map<number, DiscountNode>;
  creations: Map<number, CodeCreation>;
  /** Which discount a code belongs to, by the code in lower case. */
  byCode: Map<string, number>;
}

export function noDiscountNodes(): Discounts {
  return { nodes: new Map(), creations: new Map(), byCode: new Map() };
}

/** What a Function gave a line of a checkout. */
export interface LineDiscount {
  /** Place of the line in the checkout. */
  line: number;
  quantity: number;
  discountId: number;
  title: string;
  valueType: "percentage" | "fixed_amount";
  /** Per cent, or minor units off each unit. */
  value: number;
}

export function isActive({ startsAt, endsAt }: Pick<DiscountBase, "startsAt" | "endsAt">, at: number): boolean {
  return startsAt <= at && (endsAt === null || endsAt > at);
}
