import { useTranslation } from "react-i18next";
import type { KnownList } from "../../domain/rules/known-values";
import { ChoiceField } from "./ChoiceField";
import { CodeListField } from "./CodeListField";
import { DaysField } from "./DaysField";
import { EncounterFields } from "./EncounterFields";
import type { LeafFieldsProps } from "./leaf-fields";
import { NameField } from "./NameField";
import { QuantityFields } from "./QuantityFields";
import { RandomShareFields } from "./RandomShareFields";
import { RangeFields } from "./RangeFields";
import { countryOptions, currencyOptions, languageOptions } from "./region-options";
import { ResourceListField } from "./ResourceListField";
import { useRuleContext } from "./rule-context";
import type { TextList } from "./TextListField";
import { TextListField } from "./TextListField";
import { TimeFields, WeekdayFields } from "./TimeFields";

/** The list whose values the shop's own data tells, by what a list of texts holds; nothing tells the others. */
const suggested: Partial<Record<TextList, KnownList>> = {
  variantNames: "variantNames", tags: "tags", vendors: "vendors", productTypes: "productTypes", codes: "codes", gateways: "gateways",
  channels: "channels", customerTags: "customerTags", markets: "markets",
};
const channels = ["web", "pos", "shopify_draft_order", "android", "iphone"];
const yesNo = ["yes", "no"] as const;
const purchaseTypes = ["subscription", "oneTime"] as const;
/** Parameters of an address, the same in every language. */
const utm = [{ value: "source", label: "utm_source" }, { value: "medium", label: "utm_medium" }, { value: "campaign", label: "utm_campaign" }];

/** The fields in which a condition's values are chosen or typed. */
export function ConditionValues({ leaf, onChange }: LeafFieldsProps) {
  const { t, i18n } = useTranslation();
  const { currency } = useRuleContext();
  const props = { leaf, onChange };
  const texts = (of: TextList, helpText?: string, always?: readonly string[]) => (
    <TextListField of={of} suggest={suggested[of]} always={always} values={leaf.texts} helpText={helpText} onChange={(changed) => onChange({ ...leaf, texts: changed })} />
  );
  const ids = (kind: "product" | "variant" | "collection") => (
    <ResourceListField kind={kind} ids={leaf.ids} onChange={(changed) => onChange({ ...leaf, ids: changed })} />
  );
  const codes = (of: "languages" | "countries" | "currencies", options: ReturnType<typeof countryOptions>) => (
    <CodeListField of={of} codes={leaf.texts} options={options} onChange={(changed) => onChange({ ...leaf, texts: changed })} />
  );
  switch (leaf.kind) {
    case "product":
    case "variant":
    case "collection":
      return ids(leaf.kind);
    case "variantName": return texts("variantNames", t("rules:help.variantNames"));
    case "tag": return texts("tags");
    case "vendor": return texts("vendors");
    case "productType": return texts("productTypes");
    case "metafield": return <><NameField {...props} label={t("rules:field.metafield")} helpText={t("rules:help.metafield")} />{texts("values")}</>;
    case "quantity": return <QuantityFields {...props} />;
    case "purchaseType": return <ChoiceField {...props} label={t("rules:field.purchaseType")} options={purchaseTypes.map((value) => ({ value, label: t(`rules:choice.purchaseType.${value}`) }))} />;
    case "inventory": return <>{ids("product")}<RangeFields {...props} unit={t("rules:unit.inStock")} lead="has" /></>;
    case "orderValue":
    case "subtotal":
    case "lifetimeSpend":
      return <RangeFields {...props} unit={currency} inputMode="decimal" />;
    case "itemCount": return <RangeFields {...props} unit={t("rules:unit.items")} />;
    case "lineCount": return <RangeFields {...props} unit={t("rules:unit.lines")} />;
    case "discountCode": return texts("codes", t(leaf.match === "any" ? "rules:help.codesAny" : "rules:help.codesNone"));
    case "discountShare": return <RangeFields {...props} unit="%" />;
    case "shippingMethod": return texts("methods", t("rules:help.methods"));
    case "gateway": return texts("gateways");
    case "salesChannel": return texts("channels", t("rules:help.channels"), channels);
    case "noteAttribute":
      return <><NameField {...props} label={t("rules:field.attribute")} />{texts("values", t(leaf.match === "any" ? "rules:help.attributeAny" : "rules:help.attributeNone"))}</>;
    case "customerTag": return texts("customerTags");
    case "customerOrderCount": return <RangeFields {...props} unit={t("rules:unit.orders")} />;
    case "firstOrder": return <ChoiceField {...props} label={t("rules:field.firstOrder")} options={yesNo.map((value) => ({ value, label: t(`rules:choice.firstOrder.${value}`) }))} />;
    case "daysSinceOrder": return <RangeFields {...props} unit={t("rules:unit.dayCount")} />;
    case "pastProduct": return <>{ids("product")}<DaysField {...props} /></>;
    case "loggedIn": return <ChoiceField {...props} label={t("rules:field.loggedIn")} options={yesNo.map((value) => ({ value, label: t(`rules:choice.loggedIn.${value}`) }))} />;
    case "language": return codes("languages", languageOptions(i18n.language));
    case "country":
    case "billingCountry":
      return codes("countries", countryOptions(i18n.language));
    case "market": return texts("markets", t("rules:help.markets"));
    case "currency": return codes("currencies", currencyOptions(i18n.language));
    case "utm": return <><ChoiceField {...props} label={t("rules:field.utm")} options={utm} />{texts("values")}</>;
    case "dateRange": return <TimeFields {...props} type="date" />;
    case "timeOfDay": return <TimeFields {...props} type="time" />;
    case "weekday": return <WeekdayFields {...props} />;
    case "randomShare": return <RandomShareFields {...props} />;
    case "encounter": return <EncounterFields {...props} />;
  }
}
