import { z } from "zod";
import { addJobs } from "../../data/jobs/jobs.server";
import { anyProduct, listChoiceRows, saveChoice } from "../../data/recommendations/companion-choices.server";
import type { ChoiceCursor } from "../../data/recommendations/companion-choices.server";
import type { ChosenByHand, StaffChoice } from "../../domain/strategies/staff-choices";
import type { ShopId } from "../../domain/shops/shop-id";

const pageSize = 50;

/**
 * Notes what staff say of a companion beside a product, or beside any for null; null takes it back. Decisions follow at
 * once, product pages within minutes. Returns what was said before, for it to be undone.
 */
export async function chooseCompanion(
  shop: ShopId, pair: { productId: number | null; companionId: number }, choice: StaffChoice | null, userId: number, now: Date,
): Promise<StaffChoice | null> {
  const before = await saveChoice(shop, { productId: pair.productId ?? anyProduct, companionId: pair.companionId }, choice, userId, now);
  await addJobs([{ task: "companions.publish", payload: { shop }, key: `companions ${shop}`, priority: 20, maxAttempts: 5 }]);
  return before;
}

/** One page of what staff chose by hand, the latest first. A cursor that makes no sense means the first page. */
export async function listChosenByHand(shop: ShopId, userId: number, cursor: string | null): Promise<{ rows: ChosenByHand[]; next: string | null; previous: boolean }> {
  const after = parseCursor(cursor);
  const found = await listChoiceRows(shop, after, pageSize + 1);
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return {
    rows: page.map(({ productId, productTitle, companionId, companionTitle, companionImageUrl, choice, chosenBy, chosenAt }) => ({
      productId: productId === anyProduct ? null : productId, productTitle, companionId, companionTitle, imageUrl: companionImageUrl, choice,
      by: chosenBy === null ? null : chosenBy === userId ? "you" : "other", at: chosenAt.toISOString(),
    })),
    next: last ? [last.chosenAt.toISOString(), last.productId, last.companionId].join("_") : null, previous: after !== null,
  };
}

const Cursor = z.tuple([z.iso.datetime(), z.coerce.number().int().nonnegative(), z.coerce.number().int().positive()]);

function parseCursor(text: string | null): ChoiceCursor | null {
  const parsed = Cursor.safeParse(text?.split("_"));
  return parsed.success ? { chosenAt: new Date(parsed.data[0]), productId: parsed.data[1], companionId: parsed.data[2] } : null;
}
