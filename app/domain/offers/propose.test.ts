import { expect, test } from "vitest";
import { canShow } from "../placements/strategy-fit";
import { shopperLanguages } from "../placements/shopper-language";
import { strategyOf } from "../strategies/strategy";
import { parseOfferDraft } from "./offer-draft";
import { proposeOffers, type ProposalFacts } from "./propose";
import { templateContent, templateKeys } from "./templates";

const nothing: ProposalFacts = { pairs: [], lookedAt: 0, rebought: [], families: [], bestsellers: [], bestsellerDays: 90 };
const kindsOf = (facts: Partial<ProposalFacts>) => proposeOffers({ ...nothing, ...facts }).map(({ kind }) => kind);

const pair = { productId: 1, withProductId: 2, orders: 31, ofOrders: 120, expected: 9 };
const rebought = { productId: 3, repeats: 40, repeatCustomers: 12 };

test.each([
  ["nothing", {}, ["thankYouOnly"]],
  ["what sells", { bestsellers: [{ productId: 1, orders: 5 }] }, ["bestseller", "thankYouOnly"]],
  ["families of one product only", { families: [{ products: 1 }] }, ["thankYouOnly"]],
  ["everything", { pairs: [pair], rebought: [rebought], families: [{ products: 4 }], bestsellers: [{ productId: 1, orders: 5 }] }, ["boughtTogether", "reorder", "priceLadder"]],
] as const)("a shop of which is known: %s", (_, facts, kinds) => {
  expect(kindsOf(facts)).toEqual(kinds);
});

test("the pair that is named stands furthest above chance, whatever its share", () => {
  const rare = { productId: 5, withProductId: 6, orders: 5, ofOrders: 5, expected: 0.1 };
  expect(proposeOffers({ ...nothing, pairs: [rare, pair], lookedAt: 50 })[0]).toMatchObject({ productId: 1, products: 2, lookedAt: 50 });
});

test.each(templateKeys)("the template %s is an offer that its placements can show, in every language", (key) => {
  const content = templateContent(key, "A name");
  const parsed = parseOfferDraft(content);
  // Of which collection, staff have to say.
  expect(parsed.ok).toBe(key !== "collectionLink");
  if (parsed.ok) expect(content.placements.filter((placement) => !canShow(placement, strategyOf(content).kind))).toEqual([]);
  expect(Object.keys(content.texts ?? {}).sort()).toEqual(shopperLanguages.filter((language) => language !== "en").sort());
});
