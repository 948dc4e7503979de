import { BlockStack, Button, Card, InlineStack, Link, List, ProgressBar, Text } from "@shopify/polaris";
import type { BacktestView } from "../../domain/backtest/view";
import { timeText } from "../time-text";
import { ResultFigures } from "./ResultFigures";
import { countText } from "./count-text";
import { useBacktest } from "./use-backtest";

interface BacktestCardProps {
  /** Null for an offer that was not saved yet. */
  offerId: string | null;
  /** As it stands in the form, saved or not. */
  draft: unknown;
}

/** Replays what is in the form on the shop's past orders. */
export function BacktestCard({ offerId, draft }: BacktestCardProps) {
  const { run, working, busy, issues, start, cancel } = useBacktest(offerId, draft);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Try it on your past orders</Text>
        <Text as="p" tone="subdued">
          Shows on how many orders this offer, as it stands in the form, would have appeared. Whether customers would have accepted can’t be known from the past.
        </Text>
        {issues.length > 0 && (
          <BlockStack gap="100">
            <Text as="p" tone="critical">Correct this first:</Text>
            <List>{[...new Set(issues.map(({ message }) => message))].map((message) => <List.Item key={message}>{message}</List.Item>)}</List>
          </BlockStack>
        )}
        <div aria-live="polite">{run && <Standing run={run} />}</div>
        <InlineStack gap="200">
          {working ? <Button onClick={cancel} loading={busy}>Cancel</Button> : <Button onClick={start} loading={busy}>{run ? "Try again" : "Try it"}</Button>}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function Standing({ run }: { run: BacktestView }) {
  const { status, result, ordersDone, ordersTotal } = run;
  if (status === "cancelled") return <Text as="p">Cancelled.</Text>;
  if (status === "failed") return <Text as="p" tone="critical">{run.error ?? "It didn’t work."}</Text>;
  if (!result) {
    return (
      <BlockStack gap="100">
        <ProgressBar progress={ordersTotal === 0 ? 0 : Math.floor((ordersDone / ordersTotal) * 100)} size="small" ariaLabelledBy="backtest-progress" />
        <Text as="p" id="backtest-progress">{status === "requested" ? "Waiting to start" : `${countText(ordersDone)} of ${countText(ordersTotal)} orders`}</Text>
      </BlockStack>
    );
  }
  if (result.orders === 0) return <Text as="p">There are no past orders yet.</Text>;
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued" variant="bodySm">{`Tried ${timeText(run.requestedAt, run.timeZone)}`}</Text>
      <ResultFigures result={result} />
      <Link url={`/app/backtests/${run.id}`}>See orders and reasons</Link>
    </BlockStack>
  );
}
