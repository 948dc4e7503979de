import type { TFunction } from "i18next";
import type { ContentField } from "../../domain/offers/content-diff";
import { countText, moneyText } from "../../i18n/values";
import { discountText } from "./discount-text";
import type { VersionEntry } from "./editor-data";
import { scheduleText } from "./schedule-text";

/** Differences besides the rule, one sentence each: "Discount: 10% off → 15% off"; what takes too long to say is only named. */
export function changeTexts(t: TFunction, fields: readonly ContentField[], before: VersionEntry["facts"], after: VersionEntry["facts"], currency: string): string[] {
  return fields.map((field) => {
    const word = (facts: VersionEntry["facts"]) => valueText(t, field, facts, currency);
    const [from, to] = [word(before), word(after)];
    const what = t(`offers:field.${field}`);
    return from === null || to === null ? t("offers:versions.changed", { what }) : t("offers:versions.changedTo", { what, from, to });
  });
}

function valueText(t: TFunction, field: ContentField, facts: VersionEntry["facts"], currency: string): string | null {
  switch (field) {
    case "name": return t("offers:versions.quoted", { text: facts.name });
    case "title": return t("offers:versions.quoted", { text: facts.title });
    case "placements": return t("offers:versions.list", { items: facts.placements.map((placement) => t(`common:placement.${placement}`)) });
    case "discount": return discountText(t, facts.discount, currency);
    case "quantityLimit": return countText(t, facts.quantityLimit);
    case "shippingMinor": return moneyText(t, facts.shippingMinor, currency);
    case "schedule": return scheduleText(t, facts.schedule);
    case "body":
    case "texts":
    case "strategy":
    case "products":
      return null;
  }
}
