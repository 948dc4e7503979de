import type { OfferForm } from "./offer-form";

/** What a card of the editor is given: the fields that it shows and no others, so that typing elsewhere draws nothing of it anew. */
export type CardProps<Field extends keyof OfferForm> = Pick<OfferForm, Field> & {
  change: (fields: Partial<OfferForm>) => void;
  /** The first message at this path or below it. */
  messageAt: (path: string) => string | undefined;
};
