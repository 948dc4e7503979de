import type { BulkOperation } from "../../bulk/bulk-operation";
import type { FieldTable } from "../context";
import { fields } from "../context";
import { dateTime } from "../values";
import { agreementFields } from "./agreements";
import { billingFields, billingMutations, billingQueries } from "./billing";
import { caseFields } from "./cases";
import { discountMutations } from "./discount-mutations";
import { discountFields, discountQueries } from "./discounts";
import { catalogueFields } from "./catalogue";
import { definitionFields, definitionMutations, definitionQueries } from "./metafield-definitions";
import { metafieldTypes } from "./metafields";
import { mutationRoot } from "./mutation-root";
import { orderPartFields } from "./order-parts";
import { orderFields } from "./orders";
import { queryRoot } from "./query-root";
import { sellingPlanFields, sellingPlanQueries } from "./selling-plans";
import { shopFields } from "./shop";

const bulkOperation: FieldTable = fields<BulkOperation>({
  id: ({ id }) => id,
  type: () => "QUERY",
  status: ({ status }) => status,
  errorCode: ({ errorCode }) => errorCode,
  query: ({ query }) => query,
  url: ({ url }) => url,
  partialDataUrl: ({ partialDataUrl }) => partialDataUrl,
  objectCount: ({ objectCount }) => String(objectCount),
  rootObjectCount: ({ rootObjectCount }) => String(rootObjectCount),
  fileSize: ({ fileSize }) => (fileSize === null ? null : String(fileSize)),
  createdAt: ({ createdAt }) => dateTime(createdAt),
  completedAt: ({ completedAt }) => (completedAt === null ? null : dateTime(completedAt)),
});

/** Every type that the local Shopify knows, with the fields that it knows of it. */
export const FIELDS_OF_TYPE: Readonly<Record<string, FieldTable>> = {
  QueryRoot: { ...queryRoot, ...discountQueries, ...definitionQueries, ...billingQueries, ...sellingPlanQueries },
  Mutation: { ...mutationRoot, ...discountMutations, ...definitionMutations, ...billingMutations },
  Order: orderFields,
  BulkOperation: bulkOperation,
  ...shopFields,
  ...catalogueFields,
  ...orderPartFields,
  ...caseFields,
  ...agreementFields,
  ...billingFields,
  ...discountFields,
  ...metafieldTypes,
  ...definitionFields,
  ...sellingPlanFields,
};
