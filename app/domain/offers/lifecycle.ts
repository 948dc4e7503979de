import { cutText } from "../text/cut-text";
import type { OfferContent, OfferStatus } from "./offer";

export type LifecycleAction = "activate" | "pause" | "archive" | "restore";

const NEXT: Record<LifecycleAction, { from: readonly OfferStatus[]; to: OfferStatus }> = {
  activate: { from: ["draft", "paused"], to: "active" },
  pause: { from: ["active"], to: "paused" },
  archive: { from: ["draft", "active", "paused"], to: "archived" },
  // Back to where it cannot be shown by mistake; staff activate it when they have looked at it.
  restore: { from: ["archived"], to: "paused" },
};

/** The status after an action, or null where the action does not apply. */
export function nextStatus(status: OfferStatus, action: LifecycleAction): OfferStatus | null {
  const { from, to } = NEXT[action];
  return from.includes(status) ? to : null;
}

/** A copy to edit: named after the original within the name's 100 characters, otherwise the same. It starts as a draft. */
export function duplicateContent(content: OfferContent): OfferContent {
  const suffix = " (copy)";
  const copy = structuredClone(content);
  return { ...copy, name: `${cutText(content.name, 100 - suffix.length).trimEnd()}${suffix}` };
}

/** The name itself, or with the first number that makes it one that nobody took: "Bestseller 2". */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
  return free;
}
