import { z } from "zod";

/** A shop's permanent myshopify.com domain, lower case: the first part of every key. */
export const ShopId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}\.myshopify\.com$/, "Not a myshopify.com domain")
  .brand<"ShopId">();
export type ShopId = z.infer<typeof ShopId>;
