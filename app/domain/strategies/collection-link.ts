import type { StrategyOutcome } from "./candidate";
import { createExaminer } from "./exclusions";
import type { StrategyInput } from "./input";
import type { StrategyOf } from "./strategy";

/** Counting stops here: "50 or more" is all that anyone needs to know. */
const ENOUGH = 50;

/** A link to a collection, with how many products of it could be offered now (at most 50); none means no link. */
export function collectionLink({ collectionId }: StrategyOf<"collectionLink">, input: StrategyInput): StrategyOutcome {
  const examine = createExaminer(input, null);
  let productCount = 0;
  for (const { id } of input.catalogue.byCollection.get(collectionId) ?? []) {
    if (examine({ productId: id, variantIds: [], evidence: null }) === null) productCount += 1;
    if (productCount >= ENOUGH) break;
  }
  return productCount === 0 ? { kind: "products", candidates: [], refused: [] } : { kind: "link", collectionId, productCount };
}
