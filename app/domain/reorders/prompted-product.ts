import type { PromptStatus } from "./prompt-status";

/** A product with how often it is bought again, and whether customers are reminded of it, or why never. */
export interface PromptedProduct {
  productId: number;
  title: string;
  imageUrl: string | null;
  status: PromptStatus;
  /** Customers for whom it is due now or soon. */
  dues: number;
  repeats: number;
  repeatCustomers: number;
  customers: number;
  typicalDays: number | null;
}
