import { z } from "zod";

/** What speaks for a proposal, in figures of the shop's own orders. */
export const ProposalEvidence = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("boughtTogether"),
    /** The most telling pair: `orders` of `ofOrders` with the first product also had the second. */
    productId: z.int(), withProductId: z.int(), orders: z.int(), ofOrders: z.int(), expected: z.number(),
    /** Of the products sold most that were looked at, those with a companion behind the evidence gate. */
    products: z.int(), lookedAt: z.int(),
  }),
  z.object({ kind: z.literal("reorder"), productId: z.int(), repeats: z.int(), repeatCustomers: z.int(), products: z.int() }),
  /** Families of products with a dearer next one. */
  z.object({ kind: z.literal("priceLadder"), families: z.int(), products: z.int() }),
  z.object({ kind: z.literal("bestseller"), productId: z.int(), orders: z.int(), days: z.int() }),
  /** Nothing is known yet; saying thank you is never wrong. */
  z.object({ kind: z.literal("thankYouOnly") }),
]);
export type ProposalEvidence = z.infer<typeof ProposalEvidence>;
export const ProposalKind = z.enum(["boughtTogether", "reorder", "priceLadder", "bestseller", "thankYouOnly"]) satisfies z.ZodType<ProposalEvidence["kind"]>;
export type ProposalKind = z.infer<typeof ProposalKind>;

export interface PairFound { productId: number; withProductId: number; orders: number; ofOrders: number; expected: number }

/** What a shop's past says, as far as proposals ask. */
export interface ProposalFacts {
  /** The best companion behind the evidence gate of each product that has one. */
  pairs: readonly PairFound[];
  /** Products whose companions were looked at. */
  lookedAt: number;
  /** Products that customers are known to buy again. */
  rebought: readonly { productId: number; repeats: number; repeatCustomers: number }[];
  /** Products for sale by family. */
  families: readonly { products: number }[];
  bestsellers: readonly { productId: number; orders: number }[];
  bestsellerDays: number;
}

const wanted = 3;

/** The three offers that a shop's own past speaks for most, the strongest first; fewer kinds of evidence, plainer offers. */
export function proposeOffers(facts: ProposalFacts): ProposalEvidence[] {
  const { lookedAt } = facts;
  // Measured by how far a pair is above chance, in orders: a large effect on few orders is worth less than a fair one on many.
  const [pair] = [...facts.pairs].sort((one, other) => other.orders - other.expected - (one.orders - one.expected) || one.productId - other.productId);
  const [rebought] = [...facts.rebought].sort((one, other) => other.repeats - one.repeats || one.productId - other.productId);
  const ladders = facts.families.filter(({ products }) => products > 1);
  const [bestseller] = facts.bestsellers;
  const found: (ProposalEvidence | null)[] = [
    pair ? { kind: "boughtTogether", ...pair, products: facts.pairs.length, lookedAt } : null,
    rebought ? { kind: "reorder", ...rebought, products: facts.rebought.length } : null,
    ladders.length > 0 ? { kind: "priceLadder", families: ladders.length, products: ladders.reduce((sum, { products }) => sum + products, 0) } : null,
    bestseller ? { kind: "bestseller", ...bestseller, days: facts.bestsellerDays } : null,
    { kind: "thankYouOnly" },
  ];
  return found.filter((evidence) => evidence !== null).slice(0, wanted);
}
