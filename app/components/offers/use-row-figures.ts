import { useFetcher } from "@remix-run/react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { countText, moneyText } from "../../i18n/values";
import type { RowFigures } from "./OfferRow";

interface FiguresReply {
  currency: string;
  figures: Record<string, { impressions: number; acceptances: number; revenueMinor: number }>;
}

const none = { impressions: 0, acceptances: 0, revenueMinor: 0 };

/** The figures of the rows on the page, read after the page itself is there; null until then. */
export function useRowFigures(ids: readonly string[]): ReadonlyMap<string, RowFigures> | null {
  const { t } = useTranslation();
  const { load, data } = useFetcher<FiguresReply>();
  const wanted = ids.join(",");
  useEffect(() => {
    if (wanted !== "") load(`/app/offers/figures?ids=${wanted}`);
  }, [wanted, load]);
  return useMemo(() => data && new Map(wanted.split(",").map((id) => {
    const { impressions, acceptances, revenueMinor } = data.figures[id] ?? none;
    return [id, { seen: countText(t, impressions), accepted: countText(t, acceptances), revenue: moneyText(t, revenueMinor, data.currency) }] as const;
  })), [data, wanted, t]) ?? null;
}
