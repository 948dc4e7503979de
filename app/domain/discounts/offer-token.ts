import { DateTime } from "luxon";
import { currencyExponent } from "../money/money";
import type { Saving } from "../placements/contract";
import type { OfferClaim } from "./offer-claim";

/** Of base64url, as the Function compares it: the random end of a UUID of version 7. */
const TAG_LENGTH = 8;
/** The Function reads the shop's clock in steps of this many hours. */
export const CLOCK_STEP_HOURS = 2;

export interface SignedParts {
  claimId: string;
  variantId: number;
  quantity: number;
}

/**
 * What is signed for a claim: "1.{claim}.{variant}.{quantity}.{saving}.{until}". `until` is the shop's wall clock
 * (YYYYMMDDHH), rounded up to the step in which the Function reads it, so that an offer never ends early.
 * Throws a RangeError for a claim id that is no UUID and for quantities outside 1 to 100.
 */
export function signedText(claim: OfferClaim, timeZone: string): string {
  if (!Number.isInteger(claim.quantity) || claim.quantity < 1 || claim.quantity > 100) throw new RangeError(`Not a quantity: ${claim.quantity}`);
  return ["1", compactId(claim.claimId), claim.variantId, claim.quantity, savingText(claim.saving), untilText(claim.expiresAt, timeZone)].join(".");
}

/** The parts of a signed text that lead back to the claim, or null when it has another form. */
export function parseSignedText(text: string): SignedParts | null {
  const match = /^1\.([\w-]{22})\.(\d{1,16})\.(\d{1,3})\.[a-z0-9]+\.\d{10}$/.exec(text);
  if (!match) return null;
  const [, id = "", variantId, quantity] = match;
  return { claimId: expandId(id), variantId: Number(variantId), quantity: Number(quantity) };
}

/** The tag by which the list of redeemed claims names a claim. */
export function claimTag(claimId: string): string {
  return compactId(claimId).slice(-TAG_LENGTH);
}

/** A UUID as 22 characters of base64url; throws a RangeError for anything else. */
export function compactId(uuid: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid)) throw new RangeError(`Not a UUID: ${uuid.slice(0, 60)}`);
  return Buffer.from(uuid.replaceAll("-", ""), "hex").toString("base64url");
}

function expandId(compact: string): string {
  const hex = Buffer.from(compact, "base64url").toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** "p15" is 15 %, "f1250e2" 12.50 off each unit, "s" free shipping, which no line has a part in. */
function savingText(saving: Saving): string {
  switch (saving.kind) {
    case "percentage": return `p${saving.percent}`;
    case "fixed": return `f${saving.amount.minor}e${currencyExponent(saving.amount.currency)}`;
    case "freeShipping": return "s";
  }
}

function untilText(expiresAt: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(expiresAt, { zone: timeZone });
  if (!local.isValid) throw new RangeError(`Not a time zone: ${timeZone}`);
  // Counted on the wall clock: a day on which the clocks change must not move the step.
  const wall = DateTime.utc(local.year, local.month, local.day);
  const minutes = local.hour * 60 + local.minute + (local.second + local.millisecond > 0 ? 1 : 0);
  const steps = Math.ceil(minutes / 60 / CLOCK_STEP_HOURS);
  return wall.plus({ hours: steps * CLOCK_STEP_HOURS }).toFormat("yyyyMMddHH");
}
