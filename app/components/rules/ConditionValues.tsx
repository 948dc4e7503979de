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
import { TextListField } from "./TextListField";
import { TimeFields, WeekdayFields } from "./TimeFields";

const channels = ["web", "pos", "shopify_draft_order", "android", "iphone"];
const purchaseTypes = [{ value: "subscription", label: "subscriptions" }, { value: "oneTime", label: "one-time purchases" }];
const firstOrder = [{ value: "yes", label: "It is the customer’s first order" }, { value: "no", label: "The customer ordered before" }];
const loggedIn = [{ value: "yes", label: "The customer is logged in" }, { value: "no", label: "The customer is not logged in" }];
const utm = [{ value: "source", label: "utm_source" }, { value: "medium", label: "utm_medium" }, { value: "campaign", label: "utm_campaign" }];

/** The fields in which a condition's values are chosen or typed. */
export function ConditionValues({ leaf, onChange }: LeafFieldsProps) {
  const { currency, known } = useRuleContext();
  const props = { leaf, onChange };
  const texts = (label: string, suggested: readonly string[] = [], helpText?: string) => (
    <TextListField label={label} values={leaf.texts} known={suggested} helpText={helpText} onChange={(changed) => onChange({ ...leaf, texts: changed })} />
  );
  const ids = (kind: "product" | "variant" | "collection") => (
    <ResourceListField kind={kind} ids={leaf.ids} onChange={(changed) => onChange({ ...leaf, ids: changed })} />
  );
  const codes = (label: string, options: ReturnType<typeof countryOptions>) => (
    <CodeListField label={label} codes={leaf.texts} options={options} onChange={(changed) => onChange({ ...leaf, texts: changed })} />
  );
  switch (leaf.kind) {
    case "product":
    case "variant":
    case "collection":
      return ids(leaf.kind);
    case "variantName": return texts("Variant names", [], "The whole name, or one option of it: “Red” finds “Large / Red”.");
    case "tag": return texts("Tags", known.tag);
    case "vendor": return texts("Vendors", known.vendor);
    case "productType": return texts("Product types", known.productType);
    case "metafield": return <><NameField {...props} label="Metafield" helpText="As namespace.key, for example custom.material" />{texts("Values")}</>;
    case "quantity": return <QuantityFields {...props} />;
    case "purchaseType": return <ChoiceField {...props} label="Kind of purchase" options={purchaseTypes} />;
    case "inventory": return <>{ids("product")}<RangeFields {...props} unit="in stock" lead="has" /></>;
    case "orderValue":
    case "subtotal":
    case "lifetimeSpend":
      return <RangeFields {...props} unit={currency} inputMode="decimal" />;
    case "itemCount": return <RangeFields {...props} unit="items" />;
    case "lineCount": return <RangeFields {...props} unit="lines" />;
    case "discountCode": return texts("Discount codes", [], leaf.match === "any" ? "Leave empty for any code at all." : "Leave empty for orders without any code.");
    case "discountShare": return <RangeFields {...props} unit="%" />;
    case "shippingMethod": return texts("Shipping methods", [], "By the name that shoppers see.");
    case "gateway": return texts("Payment gateways");
    case "salesChannel": return texts("Sales channels", channels, "“web” is your online store, “pos” the point of sale.");
    case "noteAttribute":
      return <><NameField {...props} label="Name of the attribute" />{texts("Values", [], leaf.match === "any" ? "Leave empty for any value at all." : "Leave empty for orders without it.")}</>;
    case "customerTag": return texts("Customer tags");
    case "customerOrderCount": return <RangeFields {...props} unit="orders" />;
    case "firstOrder": return <ChoiceField {...props} label="First order" options={firstOrder} />;
    case "daysSinceOrder": return <RangeFields {...props} unit="days" />;
    case "pastProduct": return <>{ids("product")}<DaysField {...props} /></>;
    case "loggedIn": return <ChoiceField {...props} label="Logged in" options={loggedIn} />;
    case "language": return codes("Languages", languageOptions());
    case "country":
    case "billingCountry":
      return codes("Countries", countryOptions());
    case "market": return texts("Markets", [], "By the market’s handle in Shopify.");
    case "currency": return codes("Currencies", currencyOptions());
    case "utm": return <><ChoiceField {...props} label="Parameter" options={utm} />{texts("Values")}</>;
    case "dateRange": return <TimeFields {...props} type="date" />;
    case "timeOfDay": return <TimeFields {...props} type="time" />;
    case "weekday": return <WeekdayFields {...props} />;
    case "randomShare": return <RandomShareFields {...props} />;
    case "encounter": return <EncounterFields {...props} />;
  }
}
