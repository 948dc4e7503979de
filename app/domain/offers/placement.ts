import { z } from "zod";

/** Where an offer can appear. Later placements join this list. */
export const Placement = z.enum(["post-purchase", "checkout", "thank-you", "order-status", "account", "product-page", "e-mail", "receipt"]);
export type Placement = z.infer<typeof Placement>;
