import { z } from "zod";

/**
 * What became of the tested offer on one order: `shown`; `displaced` by an offer that stands higher; refused by
 * `courtesy`; not fitting as an `offer`; a `general` reason that ends any decision; or `unreachable` for the page itself.
 */
export const ReplayReason = z.object({
  group: z.enum(["shown", "displaced", "courtesy", "offer", "general", "unreachable"]),
  /** The code of that group's own vocabulary; "" for shown and displaced. */
  code: z.string(),
  /** For rules: the deciding condition's kind and place. */
  kind: z.string().optional(),
  path: z.string().optional(),
});
export type ReplayReason = z.infer<typeof ReplayReason>;

const Collision = z.object({ offerId: z.string(), orders: z.int() });

/** The outcome of a replay. Amounts are minor units of `currency`. */
export const BacktestResult = z.object({
  currency: z.string(),
  orders: z.int(),
  lines: z.int(),
  firstAt: z.iso.datetime().nullable(),
  lastAt: z.iso.datetime().nullable(),
  /** Counts of purchases as they stood at each order, or none at all in results of early versions. */
  evidence: z.enum(["then", "none"]).default("none"),
  /** Tried as if the page before it had been declined each time. */
  isDownsell: z.boolean().default(false),
  /** Orders on which a one-click page can never have appeared. */
  unreachable: z.int(),
  placements: z.array(z.object({
    placement: z.string(),
    /** False where past orders do not tell when the placement was visited; then nothing is counted. */
    replayable: z.boolean().default(true),
    /** Orders decided on: all that can be reached. */
    asked: z.int(),
    /** The offer itself fitted. */
    qualified: z.int(),
    shown: z.int(),
    displaced: z.int(),
    capped: z.int(),
  })),
  reasons: z.array(z.object({ placement: z.string(), reason: ReplayReason, orders: z.int() })),
  /** Offers that would have gone first, and offers that this one would have taken the place of. */
  displacedBy: z.array(Collision),
  displaces: z.array(Collision),
  stock: z.array(z.object({ productId: z.int(), shown: z.int(), available: z.int().nullable() })),
  /** If every showing were accepted: one unit of the least and the most that one acceptance may take. */
  discount: z.object({ oneEachMinor: z.int(), mostMinor: z.int() }),
  samples: z.array(z.object({ orderId: z.int(), name: z.string(), at: z.iso.datetime(), placement: z.string(), reason: ReplayReason })),
});
export type BacktestResult = z.infer<typeof BacktestResult>;
