import type { Request, Response } from "express";

/** The cookies of a request; a broken percent sequence makes that cookie absent. */
export function readCookies(request: Request): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const [name, ...rest] = part.trim().split("=");
    if (!name) continue;
    try {
      cookies.set(name, decodeURIComponent(rest.join("=")));
    } catch {
      continue;
    }
  }
  return cookies;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Remembers a value for the pages of one shop, for a year. */
export function rememberForShop(response: Response, shopHandle: string, name: string, value: string): void {
  response.cookie(name, value, { path: `/shop/${shopHandle}`, maxAge: YEAR_MS, httpOnly: true, sameSite: "lax" });
}
