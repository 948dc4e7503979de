import { textOf } from "../../input/text-of";
import { gid, parseGid } from "../../store/ids";
import { defineMetafield, findMetafieldDefinition } from "../../store/metafields";
import type { MetafieldDefinition } from "../../store/model";
import type { Args, FieldTable, GraphqlContext } from "../context";
import { fields } from "../context";
import { requireScope } from "../scopes";
import { ownNamespace } from "./metafields";

interface Input { ownerType?: unknown; namespace?: unknown; key?: unknown; name?: unknown; description?: unknown; type?: unknown }

/** An input object as the schema has let it pass. */
function inputOf(value: unknown): Input {
  return typeof value === "object" && value !== null ? value : {};
}

/** Customers' fields need the scope that customers are written with. */
function checkOwnerScope(ownerType: string, context: GraphqlContext, fieldName: string): void {
  if (ownerType === "CUSTOMER") requireScope(context.scopes, "write_customers", fieldName);
}

function define(args: Args, context: GraphqlContext): unknown {
  const input = inputOf(args.definition);
  const ownerType = textOf(input.ownerType);
  checkOwnerScope(ownerType, context, "metafieldDefinitionCreate");
  const createdDefinition = defineMetafield(context.store, {
    shop: context.shop.domain,
    definition: {
      ownerType, namespace: ownNamespace(context, input.namespace), key: textOf(input.key), name: textOf(input.name), type: textOf(input.type),
      description: typeof input.description === "string" ? input.description : null,
    },
  });
  const taken = { field: ["definition", "key"], code: "TAKEN", message: "Key is in use for Customer metafields on the 'encore' namespace.", elementIndex: null, elementKey: null };
  return { createdDefinition, userErrors: createdDefinition ? [] : [taken] };
}

/** What Shopify objects to in metafields of customers: one that is not there stops the whole call. */
export function customerErrors(ownerIds: readonly string[], context: GraphqlContext, fieldName: string): { field: string[]; message: string; code: string; elementIndex: null }[] {
  if (ownerIds.some((ownerId) => parseGid("Customer", ownerId) !== null)) checkOwnerScope("CUSTOMER", context, fieldName);
  return ownerIds.flatMap((ownerId, index) => {
    const id = parseGid("Customer", ownerId);
    return id === null || context.shop.customers.has(id) ? [] : [{ field: ["metafields", String(index), "ownerId"], message: "Owner does not exist.", code: "INVALID", elementIndex: null }];
  });
}

export const definitionMutations: FieldTable = fields<unknown>({
  metafieldDefinitionCreate: (_root, args, context) => define(args, context),
});

export const definitionQueries: FieldTable = fields<unknown>({
  metafieldDefinition: (_root, args, context) => {
    const { ownerType, namespace, key } = inputOf(args.identifier);
    return findMetafieldDefinition(context.shop, textOf(ownerType), ownNamespace(context, namespace), textOf(key));
  },
});

export const definitionFields: Readonly<Record<string, FieldTable>> = {
  MetafieldDefinition: fields<MetafieldDefinition>({
    id: ({ id }) => gid("MetafieldDefinition", id),
    ownerType: ({ ownerType }) => ownerType,
    namespace: ({ namespace }) => namespace,
    key: ({ key }) => key,
    name: ({ name }) => name,
    description: ({ description }) => description,
  }),
};
