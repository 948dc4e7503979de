import { toDecimalString } from "../../domain/money/money";
import { StaffExclusions } from "../../domain/strategies/staff-exclusions";
import { DownsellWay } from "../../domain/strategies/strategy";
import type { OfferStrategy } from "../../domain/strategies/strategy";
import { amount } from "../rules/form-to-leaf";

export type StrategyKind = OfferStrategy["kind"];

/** The settings of every strategy while an offer is edited, so that none is lost by looking at another; numbers as typed. */
export interface StrategyForm {
  kind: StrategyKind;
  /** Empty: what the courtesy policy asks for. */
  minOrders: string;
  maxStepPercent: string;
  /** Empty: any offer's decline. */
  ofOfferId: string;
  ways: DownsellWay[];
  leadDays: string;
  days: string;
  collectionId: number | null;
  couponKind: "percentage" | "fixed" | "freeShipping";
  couponPercent: string;
  couponAmount: string;
  validDays: string;
  /** Empty: any later order. */
  minSubtotal: string;
  exclude: StaffExclusions;
}

export function emptyStrategy(): StrategyForm {
  return {
    kind: "manual", minOrders: "", maxStepPercent: "100", ofOfferId: "", ways: ["cheaper", "smaller"], leadDays: "3", days: "90",
    collectionId: null, couponKind: "percentage", couponPercent: "10", couponAmount: "", validDays: "30", minSubtotal: "",
    exclude: StaffExclusions.parse({}),
  };
}

/** A saved strategy as it is edited; amounts become decimal texts of the shop's currency. */
export function strategyToForm(strategy: OfferStrategy | undefined, currency: string): StrategyForm {
  const form = emptyStrategy();
  if (!strategy) return form;
  const { kind } = strategy;
  switch (kind) {
    case "manual":
    case "thankYouOnly":
      return { ...form, kind };
    case "boughtTogether":
      return { ...form, kind, minOrders: strategy.minOrders === undefined ? "" : String(strategy.minOrders), exclude: strategy.exclude };
    case "priceLadder":
      return { ...form, kind, maxStepPercent: String(strategy.maxStepPercent), exclude: strategy.exclude };
    case "downsell":
      return { ...form, kind, ofOfferId: strategy.ofOfferId ?? "", ways: strategy.by, exclude: strategy.exclude };
    case "reorder":
      return { ...form, kind, leadDays: String(strategy.leadDays) };
    case "bestseller":
      return { ...form, kind, days: String(strategy.days), exclude: strategy.exclude };
    case "collectionLink":
      return { ...form, kind, collectionId: strategy.collectionId };
    case "coupon": {
      const { discount, validDays, minSubtotalMinor } = strategy;
      return {
        ...form, kind, couponKind: discount.kind, validDays: String(validDays),
        couponPercent: discount.kind === "percentage" ? String(discount.percent) : "",
        couponAmount: discount.kind === "fixed" ? toDecimalString(discount.amountMinor, currency) : "",
        minSubtotal: minSubtotalMinor === null ? "" : toDecimalString(minSubtotalMinor, currency),
      };
    }
  }
}

/**
 * What is sent to be checked and saved, with NaN where a number was typed wrongly. Undefined where staff name the
 * products: they are the offer's own.
 */
export function formToStrategy(form: StrategyForm, currency: string): unknown {
  const { kind, exclude } = form;
  switch (kind) {
    case "manual":
      return undefined;
    case "thankYouOnly":
      return { kind };
    case "boughtTogether":
      return { kind, exclude, ...(form.minOrders.trim() !== "" && { minOrders: wholeNumber(form.minOrders) }) };
    case "priceLadder":
      return { kind, exclude, maxStepPercent: wholeNumber(form.maxStepPercent) };
    case "downsell":
      return { kind, exclude, ofOfferId: form.ofOfferId === "" ? null : form.ofOfferId, by: form.ways };
    case "reorder":
      return { kind, leadDays: wholeNumber(form.leadDays) };
    case "bestseller":
      return { kind, exclude, days: wholeNumber(form.days) };
    case "collectionLink":
      return { kind, collectionId: form.collectionId };
    case "coupon":
      return { kind, discount: couponDiscount(form, currency), validDays: wholeNumber(form.validDays), minSubtotalMinor: amount(form.minSubtotal, currency) ?? null };
  }
}

function couponDiscount(form: StrategyForm, currency: string): unknown {
  const { couponKind: kind } = form;
  if (kind === "percentage") return { kind, percent: wholeNumber(form.couponPercent) };
  return kind === "fixed" ? { kind, amountMinor: amount(form.couponAmount, currency) ?? Number.NaN } : { kind };
}

/** Ways of a downsell in the order in which they are tried, whatever order they were ticked in. */
export function inOrder(ways: readonly string[]): DownsellWay[] {
  return DownsellWay.options.filter((way) => ways.includes(way));
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}
