import type { PresentedOffer, PresentedVariant } from "../../../app/domain/decisions/contract";
import type { Cause } from "./problem";
import type { Quote } from "./quote";

export interface PageState {
  readonly offer: PresentedOffer;
  readonly variant: PresentedVariant;
  readonly quantity: number;
  /** Counts what was asked to be calculated; answers to anything but the newest are dropped. */
  readonly calculation: number;
  /** Null while the total of the choice is not known: nothing can be accepted then. */
  readonly quote: Quote | null;
  /** `ended`: only the way to the confirmation is left. */
  readonly phase: "choosing" | "paying" | "leaving" | "ended";
  readonly problem: Cause | null;
}

export type PageEvent =
  | { type: "variantChosen"; variantId: number }
  | { type: "quantityChosen"; quantity: number }
  | { type: "calculated"; calculation: number; quote: Quote }
  | { type: "notCalculated"; calculation: number; cause: Cause }
  | { type: "accepted" }
  | { type: "failed"; cause: Cause }
  | { type: "left" }
  | { type: "stranded" };

/** The page before anything was chosen: one unit of the first variant. */
export function openPage(offer: PresentedOffer, variant: PresentedVariant): PageState {
  return { offer, variant, quantity: 1, calculation: 1, quote: null, phase: "choosing", problem: null };
}

/** What the page becomes; an event that its phase does not allow changes nothing, so nothing happens twice. */
export function nextPage(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case "variantChosen": {
      const variant = state.offer.variants.find(({ variantId }) => variantId === event.variantId);
      if (!variant || state.phase !== "choosing" || variant.variantId === state.variant.variantId) return state;
      return recalculate(Object.assign({}, state, { variant, quantity: Math.min(state.quantity, variant.maxQuantity) }));
    }
    case "quantityChosen": {
      const { quantity } = event;
      const allowed = quantity >= 1 && quantity <= state.variant.maxQuantity && quantity % 1 === 0;
      if (!allowed || state.phase !== "choosing" || quantity === state.quantity) return state;
      return recalculate(Object.assign({}, state, { quantity }));
    }
    case "calculated":
      if (event.calculation !== state.calculation || state.phase !== "choosing") return state;
      return Object.assign({}, state, { quote: event.quote, problem: null });
    case "notCalculated":
      if (event.calculation !== state.calculation || state.phase !== "choosing") return state;
      return Object.assign({}, state, { quote: null, problem: event.cause });
    case "accepted":
      return state.phase === "choosing" && state.quote ? Object.assign({}, state, { phase: "paying", problem: null }) : state;
    case "failed":
      return state.phase === "paying" ? Object.assign({}, state, { phase: "ended", problem: event.cause }) : state;
    case "left":
      return state.phase === "leaving" ? state : Object.assign({}, state, { phase: "leaving" });
    case "stranded":
      return state.phase === "leaving" ? Object.assign({}, state, { phase: "ended" }) : state;
  }
}

function recalculate(state: PageState): PageState {
  return Object.assign({}, state, { calculation: state.calculation + 1, quote: null, problem: null });
}
