import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { buildSchema, execute, parse, validate } from "graphql";
import { DateTime } from "luxon";

const SCHEMA_FILE = new URL("../schemas/function-discount-2026-10.graphql.gz", import.meta.url);
let loaded: GraphQLSchema | null = null;

/** Shopify's schema of what discount Functions are given and answer. */
export function discountFunctionSchema(): GraphQLSchema {
  loaded ??= buildSchema(gunzipSync(readFileSync(SCHEMA_FILE)).toString("utf8"), { assumeValid: true });
  return loaded;
}

export interface FunctionAttribute {
  key: string;
  value: string;
}

export interface FunctionLine {
  id: string;
  variantId: number;
  productId: number;
  quantity: number;
  attributes: readonly FunctionAttribute[];
}

/** What a cart looks like from where a discount Function runs. */
export interface FunctionCart {
  now: number;
  timezone: string;
  locale: string;
  presentmentCurrencyRate: string;
  attributes: readonly FunctionAttribute[];
  lines: readonly FunctionLine[];
  discountClasses: readonly string[];
  /** The discount's metafields of the app's own namespace, by key; values are JSON. */
  metafields: Readonly<Record<string, string>>;
}

/** A checked input query; throws with Shopify's complaints about one that the schema refuses. */
export function parseInputQuery(source: string): DocumentNode {
  const document = parse(source);
  const errors = validate(discountFunctionSchema(), document);
  if (errors.length > 0) throw new Error(`The input query is not valid: ${errors.map(({ message }) => message).join("; ")}`);
  return document;
}

/** The JSON that a Function gets: the answer to its input query. */
export function inputFor(query: DocumentNode, cart: FunctionCart): unknown {
  const result = execute({ schema: discountFunctionSchema(), document: query, rootValue: rootOf(cart) });
  if (result instanceof Promise) throw new Error("An input query has nothing to wait for");
  if (result.errors) throw new Error(`The input query failed: ${result.errors.map(({ message }) => message).join("; ")}`);
  return result.data;
}

function rootOf(cart: FunctionCart): unknown {
  return {
    discount: {
      discountClasses: cart.discountClasses,
      metafield: ({ namespace, key }: { namespace?: string; key: string }) => {
        const value = namespace === undefined || namespace.startsWith("$app") ? cart.metafields[key] : undefined;
        return value === undefined || value.length > MAX_METAFIELD ? null : { value, type: "json", jsonValue: JSON.parse(value) as unknown };
      },
    },
    presentmentCurrencyRate: cart.presentmentCurrencyRate,
    enteredDiscountCodes: [],
    localization: { language: { isoCode: cart.locale.slice(0, 2).toUpperCase() } },
    shop: { localTime: localTime(cart) },
    cart: {
      attribute: attributeOf(cart.attributes),
      lines: cart.lines.map((line) => ({
        id: line.id,
        quantity: line.quantity,
        attribute: attributeOf(line.attributes),
        merchandise: {
          __typename: "ProductVariant",
          id: `gid://shopify/ProductVariant/${line.variantId}`,
          product: { id: `gid://shopify/Product/${line.productId}` },
        },
      })),
    },
  };
}

/** Longer values are not given to Functions. */
const MAX_METAFIELD = 10_000;

function attributeOf(attributes: readonly FunctionAttribute[]) {
  return ({ key }: { key: string }) => attributes.find((attribute) => attribute.key === key) ?? null;
}

function localTime({ now, timezone }: FunctionCart) {
  const local = DateTime.fromMillis(now, { zone: timezone });
  const time = local.toFormat("HH:mm:ss");
  return {
    date: local.toFormat("yyyy-MM-dd"),
    timeAfter: (args: { time: string }) => time >= args.time,
    timeBefore: (args: { time: string }) => time < args.time,
    timeBetween: (args: { startTime: string; endTime: string }) => time >= args.startTime && time <= args.endTime,
  };
}
