import type { ChangesetReply } from "../../../app/domain/decisions/contract";
import { Refused } from "./app-client";
import type { ApplyResult, Cause } from "./problem";

const TRIES = 3;
const PAUSE_MS = 600;

/** How the attempt to add the item ended, and what the app is to be told of it. */
export type Purchase =
  | { kind: "applied"; report: Report }
  | { kind: "problem"; cause: Cause; report: Report | null };
export type Report = { outcome: "applied" } | { outcome: "unpaid" | "failed"; errorCode: string };

export interface PurchaseSteps {
  sign: () => Promise<ChangesetReply>;
  apply: (token: string) => Promise<ApplyResult>;
  pause: (ms: number) => Promise<void>;
}

/**
 * Has the changeset signed and applied. A lost reply is asked for again: the app gives the same token for the same
 * request, and Shopify applies one token once, so nothing can be charged twice.
 */
export async function makePurchase({ sign, apply, pause }: PurchaseSteps): Promise<Purchase> {
  let reply: ChangesetReply;
  try {
    reply = await persist(sign, pause);
  } catch (error) {
    return { kind: "problem", cause: error instanceof Refused ? "invalid_request" : "offline", report: null };
  }
  if ("refused" in reply) return { kind: "problem", cause: reply.refused, report: null };

  const { token } = reply;
  let lost = false;
  try {
    const result = await persist(() => apply(token), async (ms) => {
      lost = true;
      await pause(ms);
    });
    return purchaseOf(result, lost);
  } catch {
    // Shopify may or may not have applied it: the order itself will tell the app.
    return { kind: "problem", cause: "lostReply", report: null };
  }
}

function purchaseOf({ status, errors }: ApplyResult, lost: boolean): Purchase {
  const code = errors[0]?.code;
  if (status === "processed") return { kind: "applied", report: { outcome: "applied" } };
  if (status === "partially_processed") {
    return { kind: "problem", cause: "partially_processed", report: { outcome: "unpaid", errorCode: code ?? status } };
  }
  if (code === "changeset_already_applied") {
    const report = { outcome: "applied" } as const;
    // After a lost reply it means that the first request had arrived.
    return lost ? { kind: "applied", report } : { kind: "problem", cause: code, report };
  }
  return { kind: "problem", cause: code ?? "server_error", report: { outcome: "failed", errorCode: code ?? status } };
}

async function persist<T>(request: () => Promise<T>, pause: (ms: number) => Promise<void>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await request();
    } catch (error) {
      if (error instanceof Refused || attempt === TRIES) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
}
