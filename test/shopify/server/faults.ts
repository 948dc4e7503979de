import type { ChangesetErrorCode } from "../changesets/results";

/** What is made to go wrong, on purpose. Everything is off until switched on, and stays on until switched off. */
export interface Faults {
  webhooks: {
    /** Share of deliveries that are sent twice, with the same event id, 0 to 1. */
    duplicateShare: number;
    /** Share of deliveries that never leave, 0 to 1. */
    lossShare: number;
    /** Deliveries are held back and leave in another order, at the latest after this many milliseconds; 0 is off. */
    shuffleMs: number;
    delayMs: number;
    wrongHmac: boolean;
  };
  bulk: {
    /** The operation fails with INTERNAL_SERVER_ERROR. */
    fail: boolean;
    /** …and leaves what it has written so far under partialDataUrl. */
    partialDataUrl: boolean;
    /** The file ends in the middle of a line, though the operation says it is complete. */
    truncate: boolean;
    /** The address answers as one that is past its end. */
    expiredUrl: boolean;
    /** Milliseconds that an operation is RUNNING at least. */
    runningMs: number;
  };
  changesets: {
    error: ChangesetErrorCode | null;
    /** The order is edited and the charge fails. */
    partiallyProcessed: boolean;
  };
  api: {
    /** How many further requests are answered THROTTLED. */
    throttled: number;
    /** How many further requests get this status. */
    status: { code: number; times: number; retryAfterSeconds?: number } | null;
    /** Milliseconds that every reply of the Admin API is held back. */
    stallMs: number;
    /** How many further replies to token requests are lost after they took effect. */
    lostTokenReplies: number;
  };
}

export function noFaults(): Faults {
  return {
    webhooks: { duplicateShare: 0, lossShare: 0, shuffleMs: 0, delayMs: 0, wrongHmac: false },
    bulk: { fail: false, partialDataUrl: false, truncate: false, expiredUrl: false, runningMs: 0 },
    changesets: { error: null, partiallyProcessed: false },
    api: { throttled: 0, status: null, stallMs: 0, lostTokenReplies: 0 },
  };
}

export type FaultChange = { [Group in keyof Faults]?: Partial<Faults[Group]> };

/** Switches some faults; groups and switches that are not named stay as they are. */
export function changeFaults(faults: Faults, change: FaultChange): void {
  Object.assign(faults.webhooks, change.webhooks);
  Object.assign(faults.bulk, change.bulk);
  Object.assign(faults.changesets, change.changesets);
  Object.assign(faults.api, change.api);
}

/** Switches everything off again. */
export function clearFaults(faults: Faults): void {
  changeFaults(faults, noFaults());
}
