import { z } from "zod";
import type { BlockImpression, BlockQuestion, BoughtProductsRequest, ChoiceRequest, PreferencesRequest, ReorderRequest } from "./contract";

const Id = z.int().positive();
const decisionId = z.uuid();
/** Shopify's are 32 characters; nothing says that they stay so. */
const checkoutToken = z.string().regex(/^[\w-]{8,255}$/);
const Minor = z.int().min(0);
const Quantity = z.int().positive().max(1_000_000);
const locale = z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/).max(35);

const Question = z.object({
  placement: z.enum(["checkout", "thank-you", "order-status", "account"]),
  surface: z.enum(["order-index", "profile", "page"]).optional(),
  checkoutToken: checkoutToken.optional(),
  orderId: Id.optional(),
  lines: z.array(z.object({ productId: Id, variantId: Id, quantity: Quantity, totalMinor: Minor })).max(100),
  totalMinor: Minor,
  currency: z.string().regex(/^[A-Z]{3}$/),
  countryCode: z.string().regex(/^[A-Z]{2}$/).nullable(),
  locale,
  room: z.int().min(1).max(6),
  discountCodes: z.array(z.string().max(255)).max(50).optional(),
  market: z.string().max(255).nullable().optional(),
  preview: z.boolean().optional(),
});

/** Which customer's or which purchase's: a block without either could be anybody's. */
export const DecisionQuestion = Question.refine(({ placement, checkoutToken: token, preview }) => placement === "account" || token !== undefined || preview === true, {
  path: ["checkoutToken"], message: "Needed at this placement",
}) satisfies z.ZodType<BlockQuestion>;

export const SeenBody = z.object({ decisionId, checkoutToken: checkoutToken.optional() }) satisfies z.ZodType<BlockImpression>;

export const ChoiceBody = z.object({
  decisionId,
  checkoutToken: checkoutToken.optional(),
  items: z.array(z.object({ variantId: Id, quantity: z.int().positive().max(1_000) })).max(20),
}) satisfies z.ZodType<ChoiceRequest>;

export const BoughtProductsBody = z.object({ cursor: z.string().max(100).optional(), limit: z.int().min(1).max(50).optional(), locale }) satisfies z.ZodType<BoughtProductsRequest>;

export const ReorderBody = z.object({
  items: z.array(z.object({ variantId: Id, quantity: z.int().positive().max(1_000), sellingPlanId: Id.optional() })).max(250),
  locale,
  decisionId: decisionId.optional(),
}) satisfies z.ZodType<ReorderRequest>;

export const PreferencesBody = z.object({ isOptedOut: z.boolean().optional(), checkoutToken: checkoutToken.optional() }) satisfies z.ZodType<PreferencesRequest>;
