import { Banner, BlockStack, Card, EmptySearchResult, Layout, List, Page, ProgressBar, Tabs, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReplayReason } from "../../domain/backtest/result";
import { keepRunsDays } from "../../domain/backtest/retention";
import type { BacktestView, NamedCount } from "../../domain/backtest/view";
import { errorText } from "../../i18n/error-text";
import { countText, ordersText, shareText, timeText } from "../../i18n/values";
import { ScrollableTable } from "../ScrollableTable";
import { ResultFigures } from "./ResultFigures";
import { assumptionsOf } from "./assumptions-text";
import { replayReasonText } from "./replay-reason-text";

type Result = NonNullable<BacktestView["result"]>;

const groups: readonly ReplayReason["group"][] = ["shown", "displaced", "courtesy", "offer", "general", "unreachable"];

/** Everything that a replay found. */
export function BacktestPage({ run }: { run: BacktestView }) {
  const { t } = useTranslation();
  const { result } = run;
  return (
    <Page
      title={t("backtest:page.title")}
      subtitle={result?.firstAt && result.lastAt ? t("backtest:page.span", { count: result.orders, from: result.firstAt, to: result.lastAt, timeZone: run.timeZone }) : ""}
      backAction={{ content: t("backtest:page.back"), url: run.offerId === null ? "/app/offers" : `/app/offers/${run.offerId}` }}
    >
      {result ? <Found run={run} result={result} /> : <Unfinished run={run} />}
    </Page>
  );
}

function Unfinished({ run }: { run: BacktestView }) {
  const { t } = useTranslation();
  if (run.status === "failed") return <Banner tone="critical" title={run.error === null ? t("backtest:card.failed") : errorText(t, run.error)} />;
  if (run.status === "cancelled") return <Banner title={t("backtest:page.cancelled")} />;
  return (
    <Card>
      <BlockStack gap="300">
        <ProgressBar progress={run.ordersTotal === 0 ? 0 : Math.floor((run.ordersDone / run.ordersTotal) * 100)} ariaLabelledBy="trial-progress" />
        <Text as="p" id="trial-progress">
          {run.status === "requested" ? t("backtest:card.waiting") : t("backtest:card.progress", { done: run.ordersDone, total: run.ordersTotal })}
        </Text>
        <Text as="p" tone="subdued">{t("backtest:page.comesByItself")}</Text>
      </BlockStack>
    </Card>
  );
}

function Found({ run, result }: { run: BacktestView; result: Result }) {
  const { t } = useTranslation();
  return (
    <Layout>
      <Layout.Section>
        <BlockStack gap="400">
          <Reasons result={result} />
          <Samples run={run} result={result} />
        </BlockStack>
      </Layout.Section>
      <Layout.Section variant="oneThird">
        <BlockStack gap="400">
          <Card><BlockStack gap="300"><Text as="h2" variant="headingMd">{t("backtest:page.result")}</Text><ResultFigures result={result} /></BlockStack></Card>
          <Collisions title={t("backtest:page.displacedBy")} orders={result.displacedBy} />
          <Collisions title={t("backtest:page.displaces")} orders={result.displaces} />
          <Assumptions result={result} />
        </BlockStack>
      </Layout.Section>
    </Layout>
  );
}

function Reasons({ result: { reasons, orders } }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <Card padding="0">
      <ScrollableTable
        label={t("backtest:page.reason")} columnContentTypes={["text", "numeric", "numeric"]} headings={[t("backtest:page.reason"), t("backtest:page.orders"), t("backtest:page.share")]}
        rows={reasons.map(({ reason, orders: count }) => [replayReasonText(t, reason), countText(t, count), shareText(t, count, orders)])}
        increasedTableDensity
      />
    </Card>
  );
}

function Samples({ run, result }: { run: BacktestView; result: Result }) {
  const { t } = useTranslation();
  const found = groups.filter((group) => result.samples.some(({ reason }) => reason.group === group));
  const [selected, setSelected] = useState(0);
  const chosen = found[selected];
  const rows = result.samples.filter(({ reason }) => reason.group === chosen);
  return (
    <Card padding="0">
      <Tabs tabs={found.map((group) => ({ id: group, content: t(`backtest:group.${group}`) }))} selected={selected} onSelect={setSelected}>
        {rows.length === 0
          ? <EmptySearchResult title={t("backtest:page.noOrdersTitle")} description={t("backtest:page.noOrdersText")} />
          : <ScrollableTable label={t("backtest:page.orders")} columnContentTypes={["text", "text", "text"]} headings={[t("backtest:page.order"), t("backtest:page.placed"), t("backtest:page.why")]} increasedTableDensity
              rows={rows.map(({ name, at, reason }) => [name, timeText(t, at, run.timeZone), <div key={name} className="wrapping-reason">{replayReasonText(t, reason)}</div>])}
              footerContent={t("backtest:page.newest", { count: rows.length })}
            />}
      </Tabs>
    </Card>
  );
}

function Collisions({ title, orders }: { title: string; orders: NamedCount[] }) {
  const { t } = useTranslation();
  if (orders.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{title}</Text>
        <List>{orders.slice(0, 10).map(({ offerId, name, orders: count }) => <List.Item key={offerId}>{t("backtest:page.collision", { name: name ?? t("backtest:page.deletedOffer"), orders: ordersText(t, count) })}</List.Item>)}</List>
      </BlockStack>
    </Card>
  );
}

function Assumptions({ result }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{t("backtest:page.cantTell")}</Text>
        <List>{assumptionsOf(t, result).map((text) => <List.Item key={text}>{text}</List.Item>)}</List>
        <Text as="p" tone="subdued" variant="bodySm">{t("backtest:page.kept", { days: keepRunsDays })}</Text>
      </BlockStack>
    </Card>
  );
}
