import { BlockStack, Button, Card, InlineStack, Link, List, ProgressBar, Text } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { BacktestView } from "../../domain/backtest/view";
import { errorText } from "../../i18n/error-text";
import { ResultFigures } from "./ResultFigures";
import { useBacktest } from "./use-backtest";

interface BacktestCardProps {
  /** Null for an offer that was not saved yet. */
  offerId: string | null;
  /** As it stands in the form, saved or not. */
  draft: unknown;
}

/** Replays what is in the form on the shop's past orders. */
export const BacktestCard = memo(function BacktestCard({ offerId, draft }: BacktestCardProps) {
  const { t } = useTranslation();
  const { run, working, busy, issues, start, cancel } = useBacktest(offerId, draft);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{t("backtest:card.title")}</Text>
        <Text as="p" tone="subdued">
          {t("backtest:card.about")}
        </Text>
        {issues.length > 0 && (
          <BlockStack gap="100">
            <Text as="p" tone="critical">{t("backtest:card.correct")}</Text>
            <List>{[...new Set(issues.map(({ message }) => errorText(t, message)))].map((message) => <List.Item key={message}>{message}</List.Item>)}</List>
          </BlockStack>
        )}
        <div aria-live="polite">{run && <Standing run={run} />}</div>
        <InlineStack gap="200">
          {working ? <Button onClick={cancel} loading={busy}>{t("common:cancel")}</Button> : <Button onClick={start} loading={busy}>{t(run ? "backtest:card.tryAgain" : "backtest:card.tryIt")}</Button>}
        </InlineStack>
      </BlockStack>
    </Card>
  );
});

function Standing({ run }: { run: BacktestView }) {
  const { t } = useTranslation();
  const { status, result, ordersDone, ordersTotal } = run;
  if (status === "cancelled") return <Text as="p">{t("backtest:card.cancelled")}</Text>;
  if (status === "failed") return <Text as="p" tone="critical">{run.error === null ? t("backtest:card.failed") : errorText(t, run.error)}</Text>;
  if (!result) {
    return (
      <BlockStack gap="100">
        <ProgressBar progress={ordersTotal === 0 ? 0 : Math.floor((ordersDone / ordersTotal) * 100)} size="small" ariaLabelledBy="backtest-progress" />
        <Text as="p" id="backtest-progress">{status === "requested" ? t("backtest:card.waiting") : t("backtest:card.progress", { done: ordersDone, total: ordersTotal })}</Text>
      </BlockStack>
    );
  }
  if (result.orders === 0) return <Text as="p">{t("backtest:card.noOrders")}</Text>;
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued" variant="bodySm">{t("backtest:card.triedAt", { at: run.requestedAt, timeZone: run.timeZone })}</Text>
      <ResultFigures result={result} />
      <Link url={`/app/backtests/${run.id}`}>{t("backtest:card.seeOrders")}</Link>
    </BlockStack>
  );
}
