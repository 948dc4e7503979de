import { z } from "zod";
import { Placement } from "../offers/placement";
import { ShopperLanguage } from "../placements/shopper-language";
import type { PreviewRequest } from "./contract";

/** What a page asks a preview of. A draft is looked at later, and as it is. */
export const PreviewRequestSchema: z.ZodType<PreviewRequest> = z.object({
  draft: z.unknown(),
  placement: Placement.exclude(["product-page"]),
  language: ShopperLanguage,
  orderId: z.int().positive().nullable(),
  room: z.int().min(1).max(6).nullable(),
});
