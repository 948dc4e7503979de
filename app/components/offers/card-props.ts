import type { OfferForm } from "./offer-form";

/** What every card of the editor is given. */
export interface CardProps {
  form: OfferForm;
  change: (fields: Partial<OfferForm>) => void;
  /** The first message at this path or below it. */
  messageAt: (path: string) => string | undefined;
}
