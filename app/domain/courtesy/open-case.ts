import { quietUntil } from "./days";
import type { CourtesyHistory, ServiceCase } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import type { CourtesyRequest } from "./request";

/** Quiet while a return, refund or dispute is open, and for the policy's days after the last was closed. */
export function openCaseLimit(policy: CourtesyPolicy, history: CourtesyHistory, _request: CourtesyRequest, now: Date): GeneralCourtesyReason | null {
  if (history.cases.length === 0) return null;
  const open = earliest(history.cases.filter(({ closedAt }) => closedAt === null));
  if (open) return { code: "openCase", kind: open.kind, openedAt: open.openedAt.toISOString() };
  let last: { kind: ServiceCase["kind"]; until: Date } | null = null;
  for (const { kind, closedAt } of history.cases) {
    const until = closedAt === null ? null : quietUntil([closedAt], policy.quietDaysAfterCase, now);
    if (until === null) continue;
    if (last === null || until > last.until || (until.getTime() === last.until.getTime() && kind < last.kind)) last = { kind, until };
  }
  return last && { code: "quietAfterCase", kind: last.kind, until: last.until.toISOString() };
}

function earliest(cases: readonly ServiceCase[]): ServiceCase | undefined {
  return [...cases].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.kind < b.kind ? -1 : 1))[0];
}
