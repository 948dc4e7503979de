import { toDecimalString } from "../../domain/money/money";
import type { Discount, OfferContent, OfferedProduct } from "../../domain/offers/offer";
import { OfferDefaults } from "../../domain/offers/offer-defaults";
import { amount } from "../rules/form-to-leaf";
import { formToRule, newGroup, ruleToForm } from "../rules/rule-form";
import type { Placement } from "../../domain/offers/placement";
import type { GroupForm } from "../rules/rule-form";
import { emptyStrategy, formToStrategy, strategyToForm } from "./strategy-form";
import type { StrategyForm } from "./strategy-form";

/** An offer while it is being edited: texts as typed, so that nothing is lost when they are wrong. */
export interface OfferForm {
  name: string;
  title: string;
  body: string;
  /** In other languages, as typed; where title and text are empty there is no translation. */
  texts: NonNullable<OfferContent["texts"]>;
  placements: Placement[];
  /** Kept while another strategy is looked at; saved for staff's own choice alone. */
  products: OfferedProduct[];
  strategy: StrategyForm;
  discountKind: Discount["kind"];
  percent: string;
  amountOff: string;
  quantityLimit: string;
  shipping: string;
  startsAt: string;
  endsAt: string;
  rule: GroupForm;
}

const usual = OfferDefaults.parse({});

/** A new offer, as the shop wants them to begin. */
export function emptyForm({ percent, placements, quantityLimit }: OfferDefaults = usual): OfferForm {
  return {
    name: "", title: "", body: "", texts: {}, placements: [...placements], products: [], strategy: emptyStrategy(), discountKind: percent === 0 ? "none" : "percentage",
    percent: String(percent === 0 ? usual.percent : percent), amountOff: "", quantityLimit: String(quantityLimit), shipping: "", startsAt: "", endsAt: "", rule: newGroup("all"),
  };
}

/** A saved state as it is edited; amounts become decimal texts of the shop's currency. */
export function contentToForm(content: OfferContent, currency: string): OfferForm {
  const { discount, schedule } = content;
  return {
    name: content.name,
    title: content.title,
    body: content.body,
    texts: content.texts ?? {},
    placements: content.placements,
    products: content.products,
    strategy: strategyToForm(content.strategy, currency),
    discountKind: discount.kind,
    percent: discount.kind === "percentage" ? String(discount.percent) : "",
    amountOff: discount.kind === "fixed" ? toDecimalString(discount.amountMinor, currency) : "",
    quantityLimit: String(content.quantityLimit),
    shipping: content.shippingMinor === 0 ? "" : toDecimalString(content.shippingMinor, currency),
    startsAt: schedule.startsAt ?? "",
    endsAt: schedule.endsAt ?? "",
    rule: ruleToForm(content.rule),
  };
}

/** What is sent to be checked and saved: the shape of an OfferContent, with NaN where a number was typed wrongly. */
export function formToDraft(form: OfferForm, currency: string): unknown {
  const strategy = formToStrategy(form.strategy, currency);
  return {
    name: form.name,
    title: form.title,
    body: form.body,
    ...translations(form),
    placements: form.placements,
    products: strategy === undefined ? form.products : [],
    ...(strategy !== undefined && { strategy }),
    discount: discountOf(form, currency),
    quantityLimit: wholeNumber(form.quantityLimit),
    shippingMinor: amount(form.shipping, currency) ?? 0,
    schedule: { startsAt: form.startsAt || null, endsAt: form.endsAt || null },
    rule: formToRule(form.rule, currency),
  };
}

function translations({ texts }: OfferForm): Pick<OfferContent, "texts"> {
  const written = Object.entries(texts).filter(([, { title, body }]) => title.trim() !== "" || body.trim() !== "");
  return written.length === 0 ? {} : { texts: Object.fromEntries(written) };
}

function discountOf(form: OfferForm, currency: string): unknown {
  switch (form.discountKind) {
    case "none":
    case "freeShipping":
      return { kind: form.discountKind };
    case "percentage":
      return { kind: "percentage", percent: wholeNumber(form.percent) };
    case "fixed":
      return { kind: "fixed", amountMinor: amount(form.amountOff, currency) ?? Number.NaN };
  }
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}
