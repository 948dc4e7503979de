import type { Request, Response } from "express";
import type { Customer, Shop } from "../../store/model";
import { readCookies, rememberForShop } from "../cookies";

const cookieOf = (shop: Shop) => `account-${shop.handle}`;

/** The customer who is logged in to the shop in this browser, or null. */
export function readLogin(request: Request, shop: Shop): Customer | null {
  return shop.customers.get(Number(readCookies(request).get(cookieOf(shop)))) ?? null;
}

/** Logs a customer in on every page of the shop, storefront and checkout included; null logs out. */
export function rememberLogin(response: Response, shop: Shop, customerId: number | null): void {
  const options = { path: "/", httpOnly: true, sameSite: "lax" } as const;
  if (customerId === null) response.clearCookie(cookieOf(shop), options);
  else response.cookie(cookieOf(shop), String(customerId), options);
  rememberForShop(response, shop.handle, "shopper", customerId === null ? "guest" : `customer:${customerId}`);
}
