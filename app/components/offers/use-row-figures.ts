import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { countText, moneyText } from "../../i18n/values";
import type { RowFigures } from "./OfferRow";

interface FiguresReply {
  currency: string;
  figures: Record<string, { impressions: number; acceptances: number; revenueMinor: number }>;
}

const none = { impressions: 0, acceptances: 0, revenueMinor: 0 };

/** The figures of the rows on the page, read after the page itself is there; null until then. */
export function useRowFigures(ids: readonly string[]): ((id: string) => RowFigures) | null {
  const { t } = useTranslation();
  const { load, data } = useFetcher<FiguresReply>();
  const wanted = ids.join(",");
  useEffect(() => {
    if (wanted !== "") load(`/app/offers/figures?ids=${wanted}`);
  }, [wanted, load]);
  if (!data) return null;
  return (id) => {
    const { impressions, acceptances, revenueMinor } = data.figures[id] ?? none;
    return { seen: countText(t, impressions), accepted: countText(t, acceptances), revenue: moneyText(t, revenueMinor, data.currency) };
  };
}
