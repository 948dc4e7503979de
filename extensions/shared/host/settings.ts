import type { BlockLook, BlockPlacement } from "../../../app/domain/placements/contract";
import type { Host, Metafield } from "./host";
import type { Words } from "./texts";

export interface BlockSettings {
  /** False when the merchant switched this placement off, and while nothing is offered at it. */
  isEnabled: boolean;
  /** In place of the offer's own title; null leaves that. */
  heading: string | null;
  /** 1 to 6 */
  products: number;
  layout: "list" | "grid";
  /** The shop's own words of buttons, in the shopper's language. */
  words: Words;
}

const NAMESPACE = "$app:encore";
const KEY = "placements";

/**
 * What the merchant set: here in the editor, else for the whole shop in Encore (a metafield that needs no call), else the
 * usual. Anything that cannot be read counts as not set.
 */
export function blockSettings(host: Host, placement: BlockPlacement, metafields: readonly Metafield[] = []): BlockSettings {
  const here = host.settings.value;
  const shop = ofShop(metafields, placement);
  return {
    isEnabled: shop.enabled !== false && shop.live !== false,
    heading: text(here.heading) ?? textIn(shop.heading, host.localization.language.value.isoCode),
    products: room(here.products) ?? room(shop.products) ?? 3,
    layout: layout(here.layout) ?? layout(shop.layout) ?? "list",
    words: wordsIn(shop.words, host.localization.language.value.isoCode),
  };
}

/** The same where the shop's settings come with the answer; what is set here in the editor still goes first. */
export function withLook(host: Host, settings: BlockSettings, look: BlockLook | undefined): BlockSettings {
  if (!look) return settings;
  return { ...settings, heading: settings.heading ?? text(look.heading), layout: layout(host.settings.value.layout) ?? layout(look.layout) ?? settings.layout, words: look.words };
}

function ofShop(metafields: readonly Metafield[], placement: BlockPlacement): Record<string, unknown> {
  const found = metafields.find(
    ({ target, metafield }) => target.type === "shop" && metafield.namespace === NAMESPACE && metafield.key === KEY,
  );
  if (!found) return {};
  try {
    return object(object(JSON.parse(String(found.metafield.value)))[placement]);
  } catch {
    return {};
  }
}

function textIn(texts: unknown, locale: string): string | null {
  return text(object(texts)[locale.slice(0, 2).toLowerCase()]);
}

function wordsIn(words: unknown, locale: string): Words {
  return Object.fromEntries(Object.entries(object(words)).flatMap(([key, texts]) => {
    const own = textIn(texts, locale);
    return own === null ? [] : [[key, own]];
  }));
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() ? value.trim() : null;
}

function room(value: unknown): number | null {
  const number = Math.round(Number(value));
  return number >= 1 && number <= 6 ? number : null;
}

function layout(value: unknown): "list" | "grid" | null {
  return value === "list" || value === "grid" ? value : null;
}

function object(value: unknown): Record<string, unknown> {
  // Any object may be read by key; what is there is looked at before it is used.
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
