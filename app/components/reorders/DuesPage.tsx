import { BlockStack, Card, EmptySearchResult, EmptyState, Text } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { timeText } from "../../i18n/values";
import emptyImage from "../illustrations/activity.svg";
import { DueFilters } from "./DueFilters";
import { DuesTable } from "./DuesTable";
import type { DueRow } from "./DuesTable";
import { WeekBars } from "./WeekBars";
import type { WeekBar } from "./WeekBars";

interface DuesPageProps {
  data: {
    lines: DueRow[];
    weeks: WeekBar[];
    products: { id: number; title: string; dues: number }[];
    timeZone: string;
    walk: { customersTotal: number; customersDone: number; finishedAt: string | null } | null;
  };
  params: URLSearchParams;
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
  onChange: (name: string, value: string) => void;
}

/** Who and what is due, by week. */
export function DuesPage({ data: { lines, weeks, products, timeZone, walk }, params, loading, pagination, onChange }: DuesPageProps) {
  const { t } = useTranslation();
  const isFiltered = ["week", "product", "due", "who", "after"].some((name) => params.has(name));
  if (lines.length === 0 && !isFiltered) {
    return (
      <Card>
        <EmptyState heading={t("reorders:empty.title")} image={emptyImage} action={{ content: t("reorders:empty.action"), url: "/app/reorders?tab=products" }}>
          <p>{walk === null || walk.finishedAt === null ? t("reorders:empty.walking") : t("reorders:empty.text")}</p>
        </EmptyState>
      </Card>
    );
  }
  const addressOf = (week: string | null) => {
    const kept = new URLSearchParams(params);
    kept.delete("after");
    if (week === null) kept.delete("week");
    else kept.set("week", week);
    return `/app/reorders?${kept.toString()}`;
  };
  return (
    <BlockStack gap="400">
      {weeks.length > 0 && <WeekBars weeks={weeks} chosen={params.get("week")} addressOf={addressOf} />}
      <Card padding="0">
        <DueFilters params={params} products={products} onChange={onChange} />
        <DuesTable
          rows={lines} timeZone={timeZone} loading={loading} pagination={pagination}
          emptyState={<EmptySearchResult title={t("reorders:empty.foundTitle")} description={t("reorders:empty.foundText")} />}
        />
      </Card>
      <Text as="p" tone="subdued">{walk?.finishedAt ? t("reorders:howAt", { at: timeText(t, walk.finishedAt, timeZone) }) : t("reorders:how")}</Text>
    </BlockStack>
  );
}
