import type { BlockPlacement } from "../../../app/domain/placements/contract";
import type { Host, Metafield } from "./host";

export interface BlockSettings {
  /** False when the merchant switched this placement off, and while nothing is offered at it. */
  isEnabled: boolean;
  /** In place of the offer's own title; null leaves that. */
  heading: string | null;
  /** 1 to 6 */
  products: number;
  layout: "list" | "grid";
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
    heading: text(here.heading) ?? headingIn(shop.heading, host.localization.language.value.isoCode),
    products: room(here.products) ?? room(shop.products) ?? 3,
    layout: layout(here.layout) ?? layout(shop.layout) ?? "list",
  };
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

function headingIn(headings: unknown, locale: string): string | null {
  return text(object(headings)[locale.slice(0, 2).toLowerCase()]);
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
