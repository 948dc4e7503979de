import { AppProvider } from "@shopify/polaris";
import polaris from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isKnowable, needsCustomer } from "../../domain/rules/knowable";
import { inEnglish } from "../../../test/support/texts";
import { ConditionRow } from "./ConditionRow";
import english from "../../i18n/en/rules.json";
import { newLeaf } from "./leaf-form";
import type { LeafKind } from "./leaf-form";
import { RuleContext } from "./rule-context";
import type { RuleContextValue } from "./rule-context";

const none = new Map<number, never>();
const context: RuleContextValue = {
  currency: "GBP",
  named: { product: none, variant: none, collection: none },
  learn: () => undefined,
  messageAt: () => undefined,
  unknownNote: () => undefined,
  unknownAt: (kind) => (isKnowable(kind as LeafKind, "post-purchase") ? undefined : "Not known here."),
};

const render = (kind: LeafKind) => renderToStaticMarkup(inEnglish(
  <AppProvider i18n={polaris}>
    <RuleContext.Provider value={context}>
      <ConditionRow leaf={newLeaf(kind)} path={kind} onChange={() => undefined} onRemove={() => undefined} />
    </RuleContext.Provider>
  </AppProvider>,
));

// Object.keys of a record by kind are the kinds.
test.each(Object.keys(english.condition) as LeafKind[])("%s has a control, every field of it a label, and says what is not known", (kind) => {
  const html = render(kind);
  expect(html).toContain(`aria-label="Remove condition: ${english.condition[kind]}"`);
  const labelled = new Set([...html.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id));
  // The kind itself, and at least one thing to choose or type.
  const fields = [...html.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(fields.filter((id) => !labelled.has(id))).toEqual([]);
  expect(fields.length + (html.match(/Choose (?:products|variants|collections)/g)?.length ?? 0)).toBeGreaterThan(1);
  expect(html.includes("Not known here.")).toBe(!isKnowable(kind, "post-purchase"));
  expect(html.includes("For a guest")).toBe(needsCustomer(kind));
});
