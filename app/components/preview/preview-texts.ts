import type { TFunction } from "i18next";
import type { NothingToPreview, SampleOrder } from "../../domain/preview/contract";

/** Why there is nothing to draw, a sentence a line. */
export function nothingTexts(t: TFunction, why: NothingToPreview): string[] {
  switch (why.code) {
    case "refused":
      return why.products.map(({ title, reason }) => t(`placements:preview.refused.${reason}`, { title }));
    case "nothingFound":
      return [t(`placements:preview.nothingFound.${why.strategy}`)];
    default:
      return [t(`placements:preview.nothing.${why.code}`)];
  }
}

/** "#1001 · Wool throw, Candle and 2 more": an order by what is in it. */
export function orderText(t: TFunction, { name, titles, lines }: SampleOrder): string {
  const others = lines - titles.length;
  const things = t("placements:preview.things", { things: titles });
  return others > 0 ? t("placements:preview.orderWithMore", { name, things, count: others }) : t("placements:preview.order", { name, things });
}
