import { parseOfferDraft } from "../../domain/offers/offer-draft";
import type { DraftErrors } from "../../domain/offers/offer-draft";
import type { FieldIssue } from "./editor-data";

/** What is wrong with a draft as it was typed, one message a place. */
export function draftIssues(draft: unknown): FieldIssue[] {
  const parsed = parseOfferDraft(draft);
  return parsed.ok ? [] : issuesOf(parsed.errors);
}

export function issuesOf(errors: DraftErrors): FieldIssue[] {
  return Object.entries(errors).map(([path, message]) => ({ path, message }));
}
