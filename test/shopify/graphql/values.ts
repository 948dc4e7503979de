import { taxTitle } from "../store/tax";
import { formatDecimal } from "../store/money";
import type { Order } from "../store/model";
import type { GraphqlContext } from "./context";

export interface MoneyValue {
  amount: string;
  currencyCode: string;
}

/** MoneyV2 of minor units. */
export function money(amount: number, currency: string): MoneyValue {
  return { amount: formatDecimal(amount, currency), currencyCode: currency };
}

/** MoneyBag of minor units; shop and presentment currency are the same here. */
export function moneyBag(amount: number, currency: string): { shopMoney: MoneyValue; presentmentMoney: MoneyValue } {
  const value = money(amount, currency);
  return { shopMoney: value, presentmentMoney: value };
}

/** DateTime as the Admin API writes it: UTC to the second. */
export function dateTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

export function taxLines(order: Order, amount: number): Record<string, unknown>[] {
  if (amount === 0) return [];
  return [{ channelLiable: false, priceSet: moneyBag(amount, order.currency), rate: order.taxRate, ratePercentage: order.taxRate * 100, source: "shopify", title: taxTitle(order.countryCode) }];
}

export function appName(context: GraphqlContext, appId: number | null): string {
  return appId === context.app.id ? context.app.name : "Online Store";
}
