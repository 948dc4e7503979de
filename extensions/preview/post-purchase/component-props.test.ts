import * as shopifyPackage from "@shopify/post-purchase-ui-extensions";
import { expect, test } from "vitest";
import { COMPONENT_PROPS, propProblems } from "./component-props";

test("knows every component that the package exports, and none besides", () => {
  const exported = Object.values(shopifyPackage).filter((value) => typeof value === "string");
  expect(Object.keys(COMPONENT_PROPS).sort()).toEqual([...exported].sort());
});

test.each([
  ["Marquee", {}, ["Unknown component Marquee"]],
  ["toString", {}, ["Unknown component toString"]],
  ["Text", { colour: "red" }, ["Text has no prop colour"]],
  ["Text", { constructor: "x" }, ["Text has no prop constructor"]],
  ["Select", { label: "Quantity" }, ["Select needs its prop options"]],
  ["Image", { source: undefined }, ["Image needs its prop source"]],
  ["Button", { onPress: () => undefined, loading: true }, []],
  ["Separator", {}, []],
])("%s with %j: %j", (name, props, problems) => {
  expect(propProblems(name, props)).toEqual(problems);
});
