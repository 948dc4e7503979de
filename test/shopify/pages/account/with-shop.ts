import type { Request, Response } from "express";
import type { Shop } from "../../store/model";
import { refuse } from "../respond";
import type { PageServices } from "../services";

/** Runs a handler with the shop that the address names, or refuses. */
export function withShop({ store }: PageServices, handle: (request: Request, response: Response, shop: Shop) => void | Promise<void>) {
  return (request: Request, response: Response, next: (error?: unknown) => void): void => {
    const shop = store.findShop(String(request.params["shop"]));
    if (!shop) {
      refuse(response, 404, "There is no such shop here.");
      return;
    }
    Promise.resolve(handle(request, response, shop)).catch(next);
  };
}
