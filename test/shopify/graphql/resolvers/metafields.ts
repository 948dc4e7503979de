import { gid } from "../../store/ids";
import { findMetafield, listMetafields } from "../../store/metafields";
import type { Metafield } from "../../store/model";
import { Connection } from "../connection";
import type { FieldTable, GraphqlContext, Resolver } from "../context";
import { fields } from "../context";
import { dateTime } from "../values";
import { textOf } from "../../input/text-of";

/** A namespace as it is stored: `$app` (and none at all) is the app's own, `$app:name` a part of it. */
export function ownNamespace({ app }: GraphqlContext, namespace: unknown): string {
  if (namespace === undefined || namespace === null || namespace === "$app") return `app--${app.id}`;
  const text = textOf(namespace);
  return text.startsWith("$app:") ? `app--${app.id}--${text.slice(5)}` : text;
}

/** The two metafield fields that every owner has. */
export function metafieldFields<Owner extends { id: number }>(ownerType: string): Record<string, Resolver<Owner>> {
  return {
    metafield: ({ id }, args, context) => findMetafield(context.shop, gid(ownerType, id), ownNamespace(context, args.namespace), String(args.key)),
    metafields: ({ id }, args, context) => {
      const wanted = args.namespace === undefined || args.namespace === null ? null : ownNamespace(context, args.namespace);
      const all = listMetafields(context.shop, gid(ownerType, id)).filter((metafield) => wanted === null || metafield.namespace === wanted);
      return new Connection(all, args, (metafield) => metafield.id);
    },
  };
}

export const metafieldTypes: Readonly<Record<string, FieldTable>> = {
  Metafield: fields<Metafield>({
    id: ({ id }) => gid("Metafield", id),
    legacyResourceId: ({ id }) => String(id),
    namespace: ({ namespace }) => namespace,
    key: ({ key }) => key,
    type: ({ type }) => type,
    value: ({ value }) => value,
    jsonValue: ({ value, type }) => (type.includes("json") || type.startsWith("list.") ? (JSON.parse(value) as unknown) : value),
    ownerType: ({ ownerId }) => (ownerId.split("/")[3] ?? "").toUpperCase(),
    createdAt: ({ createdAt }) => dateTime(createdAt),
    updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  }),
};
