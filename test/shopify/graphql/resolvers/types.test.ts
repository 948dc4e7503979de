import { isObjectType } from "graphql";
import { expect, test } from "vitest";
import { adminSchema } from "../execute";
import { FIELDS_OF_TYPE } from "./types";

test.each(Object.keys(FIELDS_OF_TYPE))("every field of %s that is implemented exists in Shopify's schema", (typeName) => {
  const type = adminSchema().getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type of the schema`);
  const unknown = Object.keys(FIELDS_OF_TYPE[typeName] ?? {}).filter((field) => !(field in type.getFields()));
  expect(unknown).toEqual([]);
});
