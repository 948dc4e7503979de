import type {
  BlockDecline,
  BlockImpression,
  BlockProduct,
  BlockQuestion,
  BlockReply,
  ChoiceReply,
  ChoiceRequest,
} from "../../../app/domain/placements/contract";
import type { Caller } from "./call";
import { call, Refused, report } from "./call";
import { isObject } from "./object";

export const DECISION_MS = 2_500;
const CHOICE_MS = 6_000;

/** Rejects when no proper answer came in time: then there is nothing to show. */
export async function askForBlock(host: Caller, question: BlockQuestion): Promise<BlockReply> {
  const reply = await call(host, "placements/decision", question, DECISION_MS);
  if (!isBlockReply(reply)) throw new Refused(null);
  return reply;
}

/** Rejects with Refused when the app cannot take the request, with anything else when trying again may help. */
export async function choose(host: Caller, request: ChoiceRequest): Promise<ChoiceReply> {
  const reply = await call(host, "placements/choice", request, CHOICE_MS);
  if (!isChoiceReply(reply)) throw new Refused(null);
  return reply;
}

export function reportImpression(host: Caller, impression: BlockImpression): Promise<void> {
  return report(host, "placements/impression", impression);
}

export function reportDecline(host: Caller, decline: BlockDecline): Promise<void> {
  return report(host, "placements/decline", decline);
}

/** True for something that can be shown; anything else fails closed, kinds that a later app invents included. */
export function isBlockReply(value: unknown): value is BlockReply {
  if (!isObject(value)) return false;
  if (value.show === false) return true;
  const { block } = value;
  if (value.show !== true || typeof value.decisionId !== "string" || !isObject(block)) return false;
  switch (block.kind) {
    case "products":
      return Array.isArray(block.products) && block.products.length > 0 && block.products.every(isProduct);
    case "link":
      return typeof block.url === "string" && /^https?:\/\//.test(block.url);
    case "coupon":
      return isObject(block.saving);
    default:
      return block.kind === "thanks";
  }
}

function isProduct(value: unknown): value is BlockProduct {
  return isObject(value) && Array.isArray(value.variants) && value.variants.length > 0;
}

function isChoiceReply(value: unknown): value is ChoiceReply {
  if (!isObject(value)) return false;
  if (value.kind === "items") return Array.isArray(value.lines) && typeof value.checkoutUrl === "string";
  if (value.kind === "coupon") return typeof value.code === "string";
  return typeof value.refused === "string";
}
