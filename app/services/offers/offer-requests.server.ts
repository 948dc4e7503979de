import { z } from "zod";
import type { LifecycleAction } from "../../domain/offers/lifecycle";

const Ids = z.array(z.uuid()).min(1).max(250);
const StatusIntent = z.enum(["activate", "pause", "archive", "restore"]) satisfies z.ZodType<LifecycleAction>;

/** What the list of offers can ask for. */
export const OfferListAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), id: z.uuid(), direction: z.enum(["up", "down"]), tab: z.string().max(20) }),
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
