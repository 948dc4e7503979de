import { gid } from "../../store/ids";
import type { Customer, Shop } from "../../store/model";
import { restTime } from "./dates";

/** A customer as webhooks carry it since 2025-01: without the order figures, which are in GraphQL. */
export function customerPayload(shop: Shop, customer: Customer): Record<string, unknown> {
  return {
    id: customer.id,
    admin_graphql_api_id: gid("Customer", customer.id),
    created_at: restTime(customer.createdAt, shop.timezone),
    updated_at: restTime(customer.updatedAt, shop.timezone),
    first_name: customer.firstName || null,
    last_name: customer.lastName || null,
    state: "disabled",
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: null,
    currency: shop.currency,
    tax_exemptions: [],
  };
}
