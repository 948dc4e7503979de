import { z } from "zod";
import type { ReorderFields } from "../../domain/reorders/segment-fields";
import { reorderFieldKeys } from "../../domain/reorders/segment-fields";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { DEFINE_METAFIELD, DELETE_CUSTOMER_METAFIELDS, METAFIELD_DEFINITION, SAVE_CUSTOMER_METAFIELDS } from "./customer-metafields.operations";

const UserErrors = z.array(z.object({ field: z.array(z.string()).nullish(), message: z.string() }));
const Defined = z.object({
  metafieldDefinitionCreate: z.object({
    createdDefinition: z.object({ namespace: z.string() }).nullable(),
    userErrors: z.array(z.object({ code: z.string().nullable(), message: z.string() })),
  }),
});
const Found = z.object({ metafieldDefinition: z.object({ namespace: z.string() }).nullable() });
const Saved = z.object({ metafieldsSet: z.object({ userErrors: UserErrors }) });
const Deleted = z.object({ metafieldsDelete: z.object({ userErrors: UserErrors }) });

/** In a namespace that no other app can write; Shopify spells it out as "app--<id>--encore". */
const namespace = "$app:encore";

/**
 * The types are among those that customer segments can filter by (help.shopify.com, "Metafield-based customer segment
 * filters": date, text, text with a list of values), for which a definition has to stand.
 */
const definitions = [
  { key: reorderFieldKeys.due, type: "date", name: "Reorder due from", description: "From when this customer is likely to buy again what they buy regularly. Kept by Encore." },
  { key: reorderFieldKeys.products, type: "list.single_line_text_field", name: "Products due again", description: "What this customer is likely to buy again by then. Kept by Encore." },
] as const;

/** A call takes 25 metafields, and each customer has two. */
export const customersPerCall = 12;

/** Tells Shopify of the two fields, or finds them. Returns their namespace as segments spell it. Throws ShopifyApiError, or an Error with what Shopify objects to. */
export async function defineReorderFields(shop: ShopId): Promise<string> {
  let spelled = "";
  for (const { key, ...definition } of definitions) {
    const { metafieldDefinitionCreate: reply } = Defined.parse(await adminGraphql<unknown>(shop, DEFINE_METAFIELD, {
      definition: { ...definition, key, namespace, ownerType: "CUSTOMER", access: { admin: "MERCHANT_READ" } },
    }));
    const refusal = reply.userErrors.find(({ code }) => code !== "TAKEN");
    if (refusal) throw new Error(`Shopify did not take the customer field ${key}: ${refusal.message}`);
    spelled = reply.createdDefinition?.namespace ?? (await findNamespace(shop, key)) ?? spelled;
  }
  if (spelled === "") throw new Error("Shopify says that the customer fields stand, but does not find them");
  return spelled;
}

async function findNamespace(shop: ShopId, key: string): Promise<string | null> {
  const reply = await adminGraphql<unknown>(shop, METAFIELD_DEFINITION, { identifier: { ownerType: "CUSTOMER", namespace, key } });
  return Found.parse(reply).metafieldDefinition?.namespace ?? null;
}

export interface CustomerFields {
  customerId: number;
  /** Null takes away what stood there. */
  fields: ReorderFields | null;
}

/**
 * Writes the fields of at most `customersPerCall` customers. Returns those whom Shopify did not take, such as customers
 * deleted meanwhile. Throws ShopifyApiError.
 */
export async function writeReorderFields(shop: ShopId, customers: readonly CustomerFields[]): Promise<Set<number>> {
  const kept = customers.flatMap(({ customerId, fields }) => (fields ? [{ customerId, fields }] : []));
  const gone = customers.filter(({ fields }) => fields === null);
  const refused = kept.length > 0 ? await setFields(shop, kept) : new Set<number>();
  if (gone.length > 0) await deleteFields(shop, gone);
  return refused;
}

async function setFields(shop: ShopId, customers: readonly { customerId: number; fields: ReorderFields }[]): Promise<Set<number>> {
  const metafields = customers.flatMap(({ customerId, fields: { dueFrom, products } }) => [
    { ownerId: customerGid(customerId), namespace, key: reorderFieldKeys.due, type: "date", value: dueFrom },
    { ownerId: customerGid(customerId), namespace, key: reorderFieldKeys.products, type: "list.single_line_text_field", value: JSON.stringify(products) },
  ]);
  const { metafieldsSet } = Saved.parse(await adminGraphql<unknown>(shop, SAVE_CUSTOMER_METAFIELDS, { metafields }));
  if (metafieldsSet.userErrors.length === 0) return new Set();
  // One objection stops the whole call (shopify.dev, metafieldsSet: "atomic"): the others are told again without it.
  const refused = new Set(metafieldsSet.userErrors.flatMap(({ field }) => customers[Math.floor(Number(field?.[1]) / definitions.length)]?.customerId ?? []));
  if (refused.size === 0) throw new Error(`Shopify did not take reorder dates: ${metafieldsSet.userErrors[0]?.message ?? ""}`);
  const others = customers.filter(({ customerId }) => !refused.has(customerId));
  return new Set([...refused, ...(others.length > 0 ? await setFields(shop, others) : [])]);
}

/** What is not there any more counts as deleted. */
async function deleteFields(shop: ShopId, customers: readonly CustomerFields[]): Promise<void> {
  const metafields = customers.flatMap(({ customerId }) => definitions.map(({ key }) => ({ ownerId: customerGid(customerId), namespace, key })));
  Deleted.parse(await adminGraphql<unknown>(shop, DELETE_CUSTOMER_METAFIELDS, { metafields }));
}

function customerGid(id: number): string {
  return `gid://shopify/Customer/${id}`;
}
