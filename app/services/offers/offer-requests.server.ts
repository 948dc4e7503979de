import { z } from "zod";
import type { LifecycleAction } from "../../domain/offers/lifecycle";
import { mostInOrder } from "./offer-order.server";

const Ids = z.array(z.uuid()).min(1).max(250);
/** As many as the page for their order shows. */
const Order = z.array(z.uuid()).min(1).max(mostInOrder);
const StatusIntent = z.enum(["activate", "pause", "archive", "restore"]) satisfies z.ZodType<LifecycleAction>;

/** What the list of offers can ask for. */
export const OfferListAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), id: z.uuid(), direction: z.enum(["before", "after"]), other: z.uuid() }),
  z.object({ intent: z.literal("order"), seen: Order, wanted: Order }),
  z.object({ intent: z.literal("import"), file: z.string().max(500_000) }),
  ...(["first", "last", "duplicate", "deleteDrafts"] as const).map((intent) => z.object({ intent: z.literal(intent), ids: Ids })),
  ...StatusIntent.options.map((intent) => z.object({ intent: z.literal(intent), ids: Ids })),
]);

const JsonText = z.string().max(500_000).transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "Not JSON" });
    return z.NEVER;
  }
});

/** What the editor can ask for; the draft is checked on its own, because its faults belong to its fields. */
export const OfferEditorAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version: z.int().positive().nullable(), draft: JsonText }),
  z.object({ intent: z.literal("restoreVersion"), version: z.int().positive(), loadedVersion: z.int().positive() }),
  z.object({ intent: z.literal("duplicate") }),
  z.object({ intent: z.literal("delete") }),
  ...StatusIntent.options.map((intent) => z.object({ intent: z.literal(intent) })),
]);
