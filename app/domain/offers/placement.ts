import { z } from "zod";

/** Where an offer can appear. Later placements join this list. */
export const Placement = z.enum(["post-purchase"]);
export type Placement = z.infer<typeof Placement>;
