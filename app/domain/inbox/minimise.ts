import type { GuestKeyOf } from "../orders/customer-key";
import { guestKeyFor } from "../orders/customer-key";
import { ALLOWED_FIELDS } from "./allowed-fields";
import { claimsInPayload } from "./claims-in-payload";
import { giftInPayload } from "./gift-in-payload";
import { referralInPayload } from "./referral-in-payload";
import { isRecord, keep } from "./shape";
import { isTopic } from "./topics";

export type StoredPayload = Record<string, unknown>;

/**
 * The part of a webhook that may be stored: the allowed fields of its topic, `guest_key` in place of an e-mail, and of an
 * order `gift`, `claims` and `referral` in place of names, notes and attributes. A topic that is not subscribed to keeps nothing.
 */
export function minimise(topic: string, payload: unknown, guestKeyOf: GuestKeyOf): StoredPayload {
  if (!isTopic(topic) || !isRecord(payload)) return {};
  const kept = keep(payload, ALLOWED_FIELDS[topic]);
  if (!isRecord(kept)) return {};
  const isOrder = ORDER_TOPICS.has(topic);
  const guestKey = isOrder || PRIVACY_TOPICS.has(topic) ? guestKeyFor(emailIn(payload), guestKeyOf) : null;
  return { ...kept, ...(guestKey === null ? {} : { guest_key: guestKey }), ...(isOrder ? { gift: giftInPayload(payload), ...claimsInPayload(payload), ...referralInPayload(payload) } : {}) };
}

const ORDER_TOPICS = new Set(["orders/create", "orders/updated", "orders/cancelled"]);
/** These name a customer by id, but earlier orders of theirs may be kept under the key of a guest. */
const PRIVACY_TOPICS = new Set(["customers/data_request", "customers/redact"]);

function emailIn(payload: Record<string, unknown>): unknown {
  const customer = isRecord(payload["customer"]) ? payload["customer"] : {};
  return [payload["email"], payload["contact_email"], customer["email"]].find((email) => typeof email === "string" && email !== "");
}

const SHOP_FIELD: Readonly<Record<string, string>> = {
  "app/uninstalled": "myshopify_domain",
  "shop/update": "myshopify_domain",
  "customers/data_request": "shop_domain",
  "customers/redact": "shop_domain",
  "shop/redact": "shop_domain",
};

/**
 * The shop that a payload itself names, lower case, or null where its topic names none. Headers are not covered by the
 * signature, so a shop in the header that differs from this one is a forgery.
 */
export function shopOf(topic: string, payload: unknown): string | null {
  const field = SHOP_FIELD[topic];
  if (field === undefined || !isRecord(payload)) return null;
  const shop = payload[field];
  return typeof shop === "string" ? shop.trim().toLowerCase() : null;
}
