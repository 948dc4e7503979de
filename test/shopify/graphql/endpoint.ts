import { setTimeout as sleep } from "node:timers/promises";
import type { Request, Response } from "express";
import type { GraphQLError } from "graphql";
import type { AppIdentity } from "../app/app-identity";
import type { BulkOperations } from "../bulk/bulk-operations";
import type { Faults } from "../server/faults";
import { findAccessToken } from "../store/installations";
import type { Shop } from "../store/model";
import type { Store } from "../store/store";
import type { Args, GraphqlContext } from "./context";
import { CostBucket, MAX_QUERY_COST, RESTORE_RATE, requestedCost } from "./cost";
import { checkDocument, executeDocument } from "./execute";

export interface GraphqlEndpointOptions {
  store: Store;
  app: AppIdentity;
  faults: Faults;
  bulk: BulkOperations;
}

/** POST /admin/api/{version}/graphql.json of every shop. */
export class GraphqlEndpoint {
  /** Every request that got an answer, newest last, so that tests can count what the app asked for. */
  readonly requests: { shop: string; query: string; cost: number; status: number; throttled: boolean }[] = [];
  #buckets = new Map<string, CostBucket>();

  constructor(readonly options: GraphqlEndpointOptions) {}

  async answer(shop: Shop, request: Request, response: Response): Promise<void> {
    const { store, faults, app } = this.options;
    if (faults.api.stallMs > 0) await sleep(faults.api.stallMs);
    const status = faults.api.status;
    if (status && status.times > 0) {
      status.times -= 1;
      if (status.retryAfterSeconds !== undefined) response.set("retry-after", String(status.retryAfterSeconds));
      response.status(status.code).json({ errors: status.code === 429 ? "Exceeded 2 calls per second for api client." : "Internal Server Error" });
      return;
    }
    const token = findAccessToken(shop, String(request.headers["x-shopify-access-token"] ?? ""), store.clock.now());
    if (!token || !shop.installation) {
      response.status(401).json({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
      return;
    }
    response.set("x-shopify-api-version", app.apiVersion);
    const staff = token.userId === null ? undefined : shop.billing.staff.find(({ id }) => id === token.userId);
    response.json(await this.#run(shop, request.body, new Set(staff?.scopes ?? shop.installation.scopes), staff?.mayBill ?? true));
  }

  /** What an extension in the admin asks without the app: with the app's scopes, on behalf of who is logged in. */
  async answerDirect(shop: Shop, body: unknown): Promise<Record<string, unknown>> {
    return this.#run(shop, body, new Set(shop.installation?.scopes));
  }

  async #run(shop: Shop, body: unknown, scopes: ReadonlySet<string>, mayBill = true): Promise<Record<string, unknown>> {
    const { query, variables, operationName } = readBody(body);
    const checked = checkDocument(query);
    if ("errors" in checked) return { errors: checked.errors.map((error) => errorJson(error)) };
    const { store, app, bulk, faults } = this.options;
    const requested = requestedCost(checked.document, variables, operationName);
    const note = (throttled: boolean) => this.#note(shop, query, requested, throttled);
    if (requested > MAX_QUERY_COST) {
      note(false);
      const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`;
      return { errors: [{ message, extensions: { code: "MAX_COST_EXCEEDED", cost: requested, maxCost: MAX_QUERY_COST, documentation: "https://shopify.dev/api/usage/rate-limits" } }] };
    }
    const bucket = this.#bucket(shop);
    const now = store.clock.now();
    const forced = faults.api.throttled > 0;
    if (forced) faults.api.throttled -= 1;
    const costJson = (actual: number | null) => ({ cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status(store.clock.now()) } });
    if (forced || !bucket.take(requested, now)) {
      note(true);
      return { errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" } }], extensions: costJson(null) };
    }
    const context: GraphqlContext = { store, shop, app, scopes, mayBill, bulk, cost: { actual: 0 } };
    const result = await executeDocument(checked.document, variables, operationName, context);
    const actual = Math.min(requested, context.cost.actual);
    bucket.giveBack(requested - actual);
    note(false);
    return {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors ? { errors: result.errors.map((error) => errorJson(error)) } : {}),
      extensions: costJson(actual),
    };
  }

  #bucket(shop: Shop): CostBucket {
    const rate = RESTORE_RATE[shop.plan];
    const known = this.#buckets.get(shop.domain);
    if (known?.restoreRate === rate) return known;
    const bucket = new CostBucket(rate, this.options.store.clock.now());
    this.#buckets.set(shop.domain, bucket);
    return bucket;
  }

  #note(shop: Shop, query: string, cost: number, throttled: boolean): void {
    this.requests.push({ shop: shop.domain, query, cost, status: 200, throttled });
    if (this.requests.length > 10_000) this.requests.splice(0, 1_000);
  }
}

function readBody(body: unknown): { query: string; variables: Args; operationName: string | null } {
  const { query, variables, operationName } = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  return {
    query: typeof query === "string" ? query : "",
    variables: typeof variables === "object" && variables !== null ? { ...variables } : {},
    operationName: typeof operationName === "string" ? operationName : null,
  };
}

function errorJson(error: GraphQLError): Record<string, unknown> {
  const { message, locations, path, extensions } = error.toJSON();
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), ...(extensions && Object.keys(extensions).length > 0 ? { extensions } : {}) };
}
