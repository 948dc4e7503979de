import type { Saving } from "../placements/contract";

/** One offer that a shopper chose, as it is signed: this saving on so many units of this variant, once, until then. */
export interface OfferClaim {
  /** A UUID, such as the decision's. Several variants of one decision share it; each has its own allowance. */
  claimId: string;
  variantId: number;
  quantity: number;
  saving: Saving;
  expiresAt: Date;
}
