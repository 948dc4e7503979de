import { saveCollections } from "../../data/catalogue/collections.server";
import { saveProducts } from "../../data/catalogue/save-products.server";
import { saveCustomerTags } from "../../data/customers/customer-tags.server";
import type { Transaction } from "../../data/database.server";
import { listOrdersWithDecisions } from "../../data/orders/order-queries.server";
import { saveOrders } from "../../data/orders/orders.server";
import type { Installation } from "../../data/shops/shops.server";
import { parseProductNode } from "../../domain/catalogue/product-node";
import { parseCustomerTags } from "../../domain/customers/customer-tags";
import { parseOrderNode } from "../../domain/orders/order-node";
import { daysAfter } from "../../domain/courtesy/days";
import type { ShopId } from "../../domain/shops/shop-id";
import { RecordError } from "../../domain/sync/shopify-fields";
import { log } from "../../log.server";
import { fetchCollections } from "../../shopify/catalogue/products.server";
import { CATALOGUE_EXPORT, CUSTOMERS_EXPORT, ORDERS_EXPORT } from "../../shopify/sync/bulk.operations";
import { reconcileCases } from "../orders/service-cases.server";
import { guestKeysOf } from "../orders/guest-key.server";
import type { ExportedRecord } from "./exported-records.server";

export const backfillKinds = ["catalogue", "orders", "customers"] as const;
export type BackfillKind = (typeof backfillKinds)[number];

/** What differs between the imports. */
export interface BackfillSteps {
  kind: BackfillKind;
  query: string;
  /** Without these scopes Shopify refuses the export. */
  scopes: readonly string[];
  /** The connections of a parent in the export, by the kind of their nodes' ids. */
  children: Readonly<Record<string, string>>;
  /** Once, before the first record. */
  prepare(installation: Installation): Promise<void>;
  /**
   * Writes records and returns the ids of orders to be read one by one afterwards: those of earlier offers, whose
   * refunds the ledger nets. An export cannot carry lines of refunds; of other orders it brings the quantities left.
   */
  write(installation: Installation, records: readonly ExportedRecord[], observedAt: Date, client: Transaction): Promise<number[]>;
}

export const backfillSteps: Record<BackfillKind, BackfillSteps> = {
  catalogue: {
    kind: "catalogue",
    query: CATALOGUE_EXPORT,
    scopes: ["read_products"],
    children: { ProductVariant: "variants", Collection: "collections" },
    async prepare({ shop }) {
      await saveCollections(shop, await fetchCollections(shop));
    },
    async write({ shop, currency }, records, observedAt, client) {
      const products = understood(shop, records, (record) => parseProductNode(record, currency));
      await saveProducts(shop, products.map((product) => ({ product, observedAt })), client);
      return [];
    },
  },
  orders: {
    kind: "orders",
    query: ORDERS_EXPORT,
    scopes: ["read_orders"],
    children: { LineItem: "lineItems" },
    async prepare(installation) {
      // Disputes that nobody has settled in half a year do not keep a customer from being asked.
      await reconcileCases(installation, daysAfter(new Date(), -180));
    },
    async write({ shop }, records, observedAt, client) {
      const orders = understood(shop, records, (record) => parseOrderNode({ ...record, refunds: [] }, guestKeysOf(shop)));
      await saveOrders(shop, orders.map((order) => ({ order, observedAt })), client);
      return listOrdersWithDecisions(shop, orders.map(({ id }) => id), client);
    },
  },
  customers: {
    kind: "customers",
    query: CUSTOMERS_EXPORT,
    scopes: ["read_customers"],
    children: {},
    async prepare() {
      // Nothing that an export leaves out is asked of customers.
    },
    async write({ shop }, records, observedAt, client) {
      await saveCustomerTags(shop, understood(shop, records, parseCustomerTags), observedAt, client);
      return [];
    },
  },
};

/** One record that cannot be understood must not hold up the others. */
function understood<T>(shop: ShopId, records: readonly ExportedRecord[], parse: (record: ExportedRecord) => T): T[] {
  return records.flatMap((record) => {
    try {
      return [parse(record)];
    } catch (thrown) {
      if (!(thrown instanceof RecordError)) throw thrown;
      log.warn({ shop, record: record.id, err: thrown }, "a record of an import was left out");
      return [];
    }
  });
}
