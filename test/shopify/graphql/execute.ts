import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { DocumentNode, ExecutionResult, GraphQLFieldResolver, GraphQLSchema, GraphQLTypeResolver } from "graphql";
import { GraphQLError, buildSchema, execute, getNamedType, isCompositeType, parse, validate } from "graphql";
import type { Args, GraphqlContext } from "./context";
import { Typed } from "./context";
import { FIELDS_OF_TYPE } from "./resolvers/types";
import { checkScope } from "./scopes";

const SCHEMA_FILE = new URL("../schemas/admin-2026-10.graphql.gz", import.meta.url);
let loaded: GraphQLSchema | null = null;

/** Shopify's Admin schema, read on first use. */
export function adminSchema(): GraphQLSchema {
  loaded ??= buildSchema(gunzipSync(readFileSync(SCHEMA_FILE)).toString("utf8"), { assumeValid: true });
  return loaded;
}

/** A document that the schema accepts, or the errors for the client. */
export type Checked = { document: DocumentNode } | { errors: readonly GraphQLError[] };

const checked = new Map<string, Checked>();
const CACHE_LIMIT = 500;

/** Parses and validates a document; the outcome is kept, since an app sends the same few over and over. */
export function checkDocument(source: string): Checked {
  const known = checked.get(source);
  if (known) return known;
  const outcome = check(source);
  if (checked.size >= CACHE_LIMIT) checked.clear();
  checked.set(source, outcome);
  return outcome;
}

function check(source: string): Checked {
  try {
    const document = parse(source);
    const errors = validate(adminSchema(), document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

export async function executeDocument(document: DocumentNode, variables: Args, operationName: string | null, context: GraphqlContext): Promise<ExecutionResult> {
  return execute({ schema: adminSchema(), document, variableValues: variables, operationName, contextValue: context, fieldResolver, typeResolver });
}

/** Types whose sources are records with the very names of the schema. */
const PLAIN = /(Connection|Edge|Payload|Error|PageInfo|Money.*|Attribute|Count|Image|MediaPreviewImage|TaxLine|ShopPlan|Domain|CurrencyFormats|AccessScope|ApiVersion|MailingAddress|ShopAddress|OrderApp|ProductOption|ProductOptionValue|SelectedOption|ProductPriceRangeV2|InventoryQuantity|CustomerEmailAddress|RefundShippingLine|WebhookHttpEndpoint|PricingPercentageValue|MetafieldIdentifier)$/;

type FieldReader = (source: unknown, args: Args, context: GraphqlContext) => unknown;

/** How a field is read off a source; shared by the executor and by bulk operations. Throws an explicit error for what is not there. */
export function fieldReader(typeName: string, fieldName: string): FieldReader {
  const resolver = FIELDS_OF_TYPE[typeName]?.[fieldName];
  // Each table is only ever handed sources of its own type: the parent's resolver made them.
  if (resolver) return (source, args, context) => resolver((source instanceof Typed ? source.value : source) as never, args, context);
  if (!PLAIN.test(typeName)) throw notImplemented(typeName, fieldName);
  return (source) => {
    const value = source instanceof Typed ? source.value : source;
    if (typeof value === "object" && value !== null && fieldName in value) return Reflect.get(value, fieldName) as unknown;
    throw notImplemented(typeName, fieldName);
  };
}

export function notImplemented(typeName: string, fieldName: string): GraphQLError {
  return new GraphQLError(`local Shopify does not implement ${typeName}.${fieldName} yet`, { extensions: { code: "NOT_IMPLEMENTED" } });
}

const fieldResolver: GraphQLFieldResolver<unknown, GraphqlContext, Args> = (source, args, context, info) => {
  const typeName = info.parentType.name;
  const named = getNamedType(info.returnType);
  checkScope(context.scopes, named.name, info.fieldName);
  const value = fieldReader(typeName, info.fieldName)(source, args, context);
  if (isCompositeType(named)) context.cost.actual += typeName === "Mutation" ? 10 : Array.isArray(value) ? value.length : value === null ? 0 : 1;
  return value;
};

const typeResolver: GraphQLTypeResolver<unknown, GraphqlContext> = (value, _context, info) => {
  if (value instanceof Typed) return value.typeName;
  throw notImplemented(info.parentType.name, info.fieldName);
};
