import { Banner, BlockStack, Card, DataTable, EmptySearchResult, Layout, List, Page, ProgressBar, Tabs, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ReplayReason } from "../../domain/backtest/result";
import { keepRunsDays } from "../../domain/backtest/retention";
import type { BacktestView, NamedCount } from "../../domain/backtest/view";
import { dayText, timeText } from "../time-text";
import { ResultFigures } from "./ResultFigures";
import { assumptionsOf } from "./assumptions-text";
import { conditionName } from "./condition-name";
import { countText, ordersText, shareText } from "./count-text";
import { replayReasonText } from "./replay-reason-text";

type Result = NonNullable<BacktestView["result"]>;

const groups: { group: ReplayReason["group"]; label: string }[] = [
  { group: "shown", label: "Shown" },
  { group: "displaced", label: "Another offer first" },
  { group: "courtesy", label: "Kept back" },
  { group: "offer", label: "Didn’t fit" },
  { group: "general", label: "Nothing offered" },
  { group: "unreachable", label: "No one-click page" },
];

/** Everything that a replay found. */
export function BacktestPage({ run }: { run: BacktestView }) {
  const { result } = run;
  return (
    <Page
      title="Tried on past orders"
      subtitle={result?.firstAt && result.lastAt ? `${ordersText(result.orders)} from ${dayText(result.firstAt, run.timeZone)} to ${dayText(result.lastAt, run.timeZone)}` : ""}
      backAction={{ content: "Offer", url: run.offerId === null ? "/app/offers" : `/app/offers/${run.offerId}` }}
    >
      {result ? <Found run={run} result={result} /> : <Unfinished run={run} />}
    </Page>
  );
}

function Unfinished({ run }: { run: BacktestView }) {
  if (run.status === "failed") return <Banner tone="critical" title={run.error ?? "It didn’t work."} />;
  if (run.status === "cancelled") return <Banner title="This was cancelled." />;
  return <Card><ProgressBar progress={run.ordersTotal === 0 ? 0 : Math.floor((run.ordersDone / run.ordersTotal) * 100)} /></Card>;
}

function Found({ run, result }: { run: BacktestView; result: Result }) {
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
          <Card><BlockStack gap="300"><Text as="h2" variant="headingMd">Result</Text><ResultFigures result={result} /></BlockStack></Card>
          <Collisions title="Goes after" orders={result.displacedBy} />
          <Collisions title="Takes the place of" orders={result.displaces} />
          <Assumptions result={result} />
        </BlockStack>
      </Layout.Section>
    </Layout>
  );
}

function Reasons({ result: { reasons, orders } }: { result: Result }) {
  return (
    <Card padding="0">
      <DataTable
        columnContentTypes={["text", "numeric", "numeric"]} headings={["What became of it", "Orders", "Share"]}
        rows={reasons.map(({ reason, orders: count }) => [replayReasonText(reason, conditionName), countText(count), shareText(count, orders)])}
        increasedTableDensity
      />
    </Card>
  );
}

function Samples({ run, result }: { run: BacktestView; result: Result }) {
  const found = groups.filter(({ group }) => result.samples.some(({ reason }) => reason.group === group));
  const [selected, setSelected] = useState(0);
  const chosen = found[selected];
  const rows = result.samples.filter(({ reason }) => reason.group === chosen?.group);
  return (
    <Card padding="0">
      <Tabs tabs={found.map(({ group, label }) => ({ id: group, content: label }))} selected={selected} onSelect={setSelected}>
        {rows.length === 0
          ? <EmptySearchResult title="No orders" description="There are no past orders to show." />
          : <DataTable columnContentTypes={["text", "text", "text"]} headings={["Order", "Placed", "Why"]} increasedTableDensity
              rows={rows.map(({ name, at, reason }) => [name, timeText(at, run.timeZone), replayReasonText(reason, conditionName)])}
              footerContent={`The newest ${ordersText(rows.length)} of this kind`}
            />}
      </Tabs>
    </Card>
  );
}

function Collisions({ title, orders }: { title: string; orders: NamedCount[] }) {
  if (orders.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{title}</Text>
        <List>{orders.slice(0, 10).map(({ offerId, name, orders: count }) => <List.Item key={offerId}>{`${name}: ${ordersText(count)}`}</List.Item>)}</List>
      </BlockStack>
    </Card>
  );
}

function Assumptions({ result }: { result: Result }) {
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">What this can’t tell</Text>
        <List>{assumptionsOf(result).map((text) => <List.Item key={text}>{text}</List.Item>)}</List>
        <Text as="p" tone="subdued" variant="bodySm">{`This result is kept for ${keepRunsDays} days.`}</Text>
      </BlockStack>
    </Card>
  );
}
