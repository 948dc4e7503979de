import type { Express } from "express";
import express from "express";
import { answerTokenRequest } from "../app/access-token-endpoint";
import type { AppIdentity } from "../app/app-identity";
import type { BulkOperations } from "../bulk/bulk-operations";
import type { GraphqlEndpoint } from "../graphql/endpoint";
import type { Store } from "../store/store";
import type { Faults } from "./faults";

export interface ShopifyHostsOptions {
  store: Store;
  app: AppIdentity;
  faults: Faults;
  bulk: BulkOperations;
  graphql: GraphqlEndpoint;
}

/** What answers at {shop}.myshopify.com and storage.googleapis.com, told apart by the Host header. */
export function shopifyHosts({ store, app, faults, bulk, graphql }: ShopifyHostsOptions): Express {
  const hosts = express();
  hosts.disable("x-powered-by");
  hosts.use((request, response, next) => {
    if (request.hostname !== "storage.googleapis.com") next();
    else bulk.serveResult(request, response);
  });
  hosts.use(express.json({ limit: "20mb" }), express.urlencoded({ extended: false }));
  hosts.post("/admin/oauth/access_token", (request, response) => {
    const shop = store.findShop(request.hostname);
    if (shop) answerTokenRequest({ store, app, faults }, shop, request, response);
    else response.status(404).json({ errors: "Not Found" });
  });
  hosts.post("/admin/api/:version/graphql.json", (request, response, next) => {
    const shop = store.findShop(request.hostname);
    if (!shop) response.status(404).json({ errors: "Not Found" });
    else graphql.answer(shop, request, response).catch(next);
  });
  hosts.use((request, response) => {
    response.status(404).json({ errors: `local Shopify does not implement ${request.method} https://${request.hostname}${request.path} yet` });
  });
  return hosts;
}
