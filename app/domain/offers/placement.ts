import { z } from "zod";
import { placements } from "./placements";

export const Placement = z.enum(placements);
export type Placement = z.infer<typeof Placement>;
