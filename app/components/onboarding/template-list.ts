import type { TemplateKey } from "../../domain/offers/templates";

/** Templates as staff choose among them. */
export const templateList: readonly { key: TemplateKey; name: string; about: string }[] = [
  { key: "boughtTogether", name: "Bought together", about: "What your customers buy in the same order, at 10 % off, right after paying." },
  { key: "priceLadder", name: "Price ladder", about: "The next dearer product of the same family, in checkout and on the thank-you page." },
  { key: "downsell", name: "Downsell after a decline", about: "Something cheaper for those who said no. There is never a third page." },
  { key: "reorder", name: "Reorder", about: "What a customer buys again and again, around the time it’s due." },
  { key: "bestseller", name: "Bestseller", about: "What most orders of late hold; needs nothing to be known about the customer." },
  { key: "coupon", name: "Coupon for valued customers", about: "A code of the customer’s own for a later order, on the thank-you page, in the e-mail and on the receipt." },
  { key: "collectionLink", name: "Link to a collection", about: "A quiet link on the thank-you and order status pages." },
  { key: "thankYouOnly", name: "Thank-you only", about: "First-time customers are thanked and offered nothing." },
];

/** The name an offer made from a template begins with. */
export function templateName(key: TemplateKey): string {
  return templateList.find((template) => template.key === key)?.name ?? key;
}
