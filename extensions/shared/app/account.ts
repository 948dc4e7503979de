import type {
  BoughtProductsReply,
  BoughtProductsRequest,
  PreferencesReply,
  PreferencesRequest,
  ReorderReply,
  ReorderRequest,
} from "../../../app/domain/placements/contract";
import type { Caller } from "./call";
import { call, Refused } from "./call";
import { isObject } from "./object";

const READ_MS = 2_500;
const WRITE_MS = 6_000;

/** What the logged-in customer bought before. Rejects with Refused without one. */
export async function askForBoughtProducts(host: Caller, request: BoughtProductsRequest): Promise<BoughtProductsReply> {
  const reply = await call(host, "account/products", request, PRODUCTS_MS);
  if (!isBoughtProducts(reply)) throw new Refused(null);
  return reply;
}

/** A list of their own purchases is worth waiting for; a skeleton holds its place. */
const PRODUCTS_MS = 8_000;

/** As many items as the app takes. */
const MOST = 100;

/** A filled checkout. Rejects with Refused when the app cannot take the request. */
export async function reorder(host: Caller, request: ReorderRequest): Promise<ReorderReply> {
  if (request.items.length > MOST) return { refused: "tooMany" };
  const reply = await call(host, "account/checkout", request, WRITE_MS);
  if (!isReorderReply(reply)) throw new Refused(null);
  return reply;
}

/** Reads the customer's wishes, or changes them and says what they are now. */
export async function preferences(host: Caller, request: PreferencesRequest): Promise<PreferencesReply> {
  const reply = await call(host, "account/preferences", request, request.isOptedOut === undefined ? READ_MS : WRITE_MS);
  if (!isPreferencesReply(reply)) throw new Refused(null);
  return reply;
}

function isBoughtProducts(value: unknown): value is BoughtProductsReply {
  return isObject(value) && Array.isArray(value.products) && typeof value.currency === "string";
}

function isReorderReply(value: unknown): value is ReorderReply {
  return isObject(value) && (typeof value.checkoutUrl === "string" || typeof value.refused === "string");
}

function isPreferencesReply(value: unknown): value is PreferencesReply {
  return isObject(value) && typeof value.isOptedOut === "boolean";
}
