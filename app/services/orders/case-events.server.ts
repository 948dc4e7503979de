import { z } from "zod";
import { saveCases } from "../../data/orders/service-cases.server";
import { parseDisputePayload } from "../../domain/orders/service-case";
import { gid, parseRecord, RestId } from "../../domain/sync/shopify-fields";
import type { MirrorHandler } from "../inbox/event-handler";
import { rereadReturns } from "./service-cases.server";

const Return = z.union([
  z.object({ id: RestId }).transform(({ id }) => id),
  z.object({ admin_graphql_api_id: gid("Return") }).transform((payload) => payload.admin_graphql_api_id),
]);

/** The topics' payloads differ and tell no times: the return is read anew. */
export const onReturnChanged: MirrorHandler = async ({ shop }, events) => {
  await rereadReturns(shop, events.map(({ payload }) => parseRecord("return", Return, payload)));
};

export const onDisputeChanged: MirrorHandler = async ({ shop }, events) => {
  await saveCases(shop, events.flatMap(({ payload, triggeredAt }) => {
    const state = parseDisputePayload(payload, triggeredAt);
    return state ? [{ state, observedAt: triggeredAt }] : [];
  }));
};
