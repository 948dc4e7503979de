import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shortDayText } from "../../i18n/values";
import { CardHeading } from "../CardHeading";

export interface WeekBar {
  /** A Monday as 2026-11-16. */
  week: string;
  dues: number;
}

interface WeekBarsProps {
  weeks: WeekBar[];
  chosen: string | null;
  /** The address that shows one week, or all for null. */
  addressOf: (week: string | null) => string;
}

/** A line of text and the room around it (admin.css). */
const rowRem = 1.75;

/** How many reorders are due each week, as bars with their numbers; each leads to its rows. */
export function WeekBars({ weeks, chosen, addressOf }: WeekBarsProps) {
  const { t } = useTranslation();
  // A filter that leaves fewer weeks must not pull up the list below, where the filter is.
  const [rows, setRows] = useState(weeks.length);
  if (weeks.length > rows) setRows(weeks.length);
  const most = Math.max(1, ...weeks.map(({ dues }) => dues));
  return (
    <Card>
      <BlockStack gap="300">
        <CardHeading title={t("reorders:weeks.title")} about={t("reorders:weeks.help")} />
        <ul className="week-bars" style={{ minBlockSize: `${rows * rowRem}rem` }}>
          {weeks.map(({ week, dues }) => (
            <li key={week} className="week-bar" {...(week === chosen && { "aria-current": "true" as const })}>
              <Link url={addressOf(week === chosen ? null : week)} monochrome accessibilityLabel={t("reorders:weeks.link", { at: week, count: dues })}>
                {t("reorders:weeks.from", { at: week })}
              </Link>
              <svg width="100%" height="16" preserveAspectRatio="none" aria-hidden><rect className="histogram-bar" width={`${(dues / most) * 100}%`} height="16" rx="2" /></svg>
              <Text as="span" alignment="end" numeric {...(week === chosen && { fontWeight: "bold" as const })}>{t("common:number", { value: dues })}</Text>
            </li>
          ))}
        </ul>
        {chosen !== null && <div><Link url={addressOf(null)}>{t("reorders:weeks.all", { week: shortDayText(t, chosen) })}</Link></div>}
      </BlockStack>
    </Card>
  );
}
