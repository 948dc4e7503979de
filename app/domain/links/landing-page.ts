import { formatMinor } from "../money/money";
import type { Block, BlockProduct, ProductsBlock, Saving } from "../placements/contract";
import type { ShopperLanguage } from "../placements/shopper-language";
import { pageStyle } from "./page-style";
import type { PageTexts } from "./page-texts";
import { pageTexts } from "./page-texts";
import { safeText } from "./safe-html";

/** What the page behind an order's link says now. */
export type LandingState =
  /** `refused`: what was chosen cannot be had on those terms; this is what can. */
  | { kind: "offer"; block: Block; decisionId: string; refused?: boolean }
  | { kind: "coupon"; code: string; /** ISO 8601 */ expiresAt: string }
  /** Nothing to offer, or a no was said. */
  | { kind: "nothing" }
  | { kind: "ended" }
  /** Somebody wants to type a code. */
  | { kind: "code" }
  | { kind: "unknown" }
  | { kind: "optedOut" }
  | { kind: "optedIn" };

export interface LandingPage {
  state: LandingState;
  language: ShopperLanguage;
  /** Where a code is typed, seen from this page. */
  codeAction: "?" | ".";
  /** Whether somebody stands behind the link who can be left in peace. */
  mayOptOut: boolean;
}

/**
 * A small page for the shop's own layout, to be rendered as Liquid: products with forms, a code, thanks. Works without
 * script; nothing in it is the shopper's, and no text of the shop's can become markup or Liquid.
 */
export function landingPage({ state, language, codeAction, mayOptOut }: LandingPage): string {
  const texts = pageTexts[language];
  // The page itself, under whatever address and language of the shop it is open.
  const action = `?lang=${language}`;
  return [
    pageStyle,
    `<div class="encore-page page-width" lang="${language}">`,
    body(state, { texts, language, action, codeAction }),
    state.kind === "optedOut" ? button(action, "optIn", texts.optIn) : "",
    `<p><a href="{{ shop.url }}/">${safeText(texts.toShop)}</a></p>`,
    mayOptOut && state.kind !== "optedOut" ? `<section class="encore-quiet"><h2>${safeText(texts.optOutTitle)}</h2>${button(action, "optOut", texts.optOut)}</section>` : "",
    "</div>",
  ].join("\n");
}

function body(state: LandingState, parts: Parts): string {
  const { texts, language } = parts;
  switch (state.kind) {
    case "offer": return `${state.refused ? `<p role="alert">${safeText(texts.refused)}</p>` : ""}${offer(state.block, state.decisionId, parts)}`;
    case "coupon": return page(texts.couponCode, `<p class="encore-code"><code>${safeText(state.code)}</code></p><p>${safeText(`${texts.couponUntil} ${dateText(state.expiresAt, language)}`)}</p>`);
    case "nothing": return page(texts.thanks, `<p>${safeText(texts.nothing)}</p>`);
    case "ended": return page(texts.endedTitle, `<p>${safeText(texts.ended)}</p>`);
    case "code": return page(texts.codeLabel, codeForm(parts));
    case "unknown": return page(texts.unknownTitle, `<p>${safeText(texts.unknown)}</p>${codeForm(parts)}`);
    case "optedOut": return page(texts.optedOutTitle, "");
    case "optedIn": return page(texts.thanks, `<p>${safeText(texts.optedIn)}</p>`);
  }
}

interface Parts { texts: PageTexts; language: ShopperLanguage; action: string; codeAction: "?" | "." }

function offer(block: Block, decisionId: string, parts: Parts): string {
  const { texts, action } = parts;
  const text = block.body === "" ? "" : `<p>${safeText(block.body)}</p>`;
  const heading = block.title === "" ? texts.forYou : block.title;
  const decline = button(action, "decline", texts.noThanks, decisionId);
  switch (block.kind) {
    case "products": return page(heading, `${text}<ul class="encore-list" role="list">${block.products.map((product) => item(product, block, decisionId, parts)).join("")}</ul>${decline}`);
    case "coupon": return page(heading, `${text}<p>${safeText(savingText(block.saving, parts.language))}</p>${button(action, "coupon", texts.couponShow, decisionId)}${decline}`);
    case "link": return page(heading, `${text}${button(action, "look", texts.look, decisionId)}${decline}`);
    case "thanks": return page(heading, text);
  }
}

function item(product: BlockProduct, block: ProductsBlock, decisionId: string, { texts, language, action }: Parts): string {
  const [first] = product.variants;
  if (!first) return "";
  const price = (minor: number) => formatMinor(minor, block.currency, language);
  const reason = product.reason === "chosen" ? "" : `<p class="encore-reason">${safeText(texts[product.reason])}</p>`;
  const image = product.imageUrl === null ? "" : `<img src="${safeText(product.imageUrl)}" alt="" width="200" height="200" loading="lazy">`;
  const now = `<strong>${safeText(price(first.discountedMinor))}</strong>`;
  const before = first.discountedMinor < first.priceMinor ? ` <s><span class="encore-hidden">${safeText(texts.before)} </span>${safeText(price(first.priceMinor))}</s>` : "";
  const options = product.variants.map(({ variantId, title, discountedMinor }) => `<option value="${variantId}">${safeText(`${title} – ${price(discountedMinor)}`)}</option>`).join("");
  const variant = product.variants.length === 1
    ? `<input type="hidden" name="variant" value="${first.variantId}">`
    : `<label><span class="encore-hidden">${safeText(`${texts.variant} ${product.title}`)}</span><select name="variant">${options}</select></label>`;
  const most = Math.max(...product.variants.map(({ maxQuantity }) => maxQuantity));
  const quantity = most > 1
    ? `<label><span class="encore-hidden">${safeText(`${texts.quantity} ${product.title}`)}</span><input type="number" name="quantity" value="1" min="1" max="${most}" inputmode="numeric"></label>`
    : `<input type="hidden" name="quantity" value="1">`;
  return `<li><span class="encore-picture">${image}</span><div><h2>${safeText(product.title)}</h2>${reason}<p>${now}${before}</p>
<form method="post" action="${action}"><input type="hidden" name="intent" value="buy"><input type="hidden" name="decision" value="${safeText(decisionId)}">${variant}${quantity}
<button class="button" type="submit">${safeText(texts.buy)}<span class="encore-hidden"> ${safeText(product.title)}</span></button></form></div></li>`;
}

function savingText(saving: Saving, language: ShopperLanguage): string {
  switch (saving.kind) {
    case "percentage": return new Intl.NumberFormat(language, { style: "percent" }).format(-saving.percent / 100);
    case "fixed": return `−${formatMinor(saving.amount.minor, saving.amount.currency, language)}`;
    case "freeShipping": return "";
  }
}

function dateText(moment: string, language: ShopperLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(moment));
}

function page(title: string, content: string): string {
  return `<h1>${safeText(title)}</h1>${content}`;
}

function button(action: string, intent: string, text: string, decisionId?: string): string {
  const decision = decisionId === undefined ? "" : `<input type="hidden" name="decision" value="${safeText(decisionId)}">`;
  return `<form method="post" action="${action}"><input type="hidden" name="intent" value="${intent}">${decision}<button class="button button--secondary" type="submit">${safeText(text)}</button></form>`;
}

function codeForm({ texts, codeAction }: Parts): string {
  return `<form method="get" action="${codeAction}"><label for="encore-code">${safeText(texts.codeLabel)}</label>
<input id="encore-code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required>
<button class="button" type="submit">${safeText(texts.codeOpen)}</button></form>`;
}
