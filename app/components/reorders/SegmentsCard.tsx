import { Badge, Banner, BlockStack, Button, Card, InlineStack, Link, List, ProgressBar, Text } from "@shopify/polaris";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { dueSegment, productSegment } from "../../domain/reorders/segment-fields";
import { countText, timeText } from "../../i18n/values";
import { ConfirmModal } from "../ConfirmModal";

export interface SegmentsState {
  isOn: boolean;
  hasScope: boolean;
  /** As Shopify spells it; null while Shopify has not been told of the fields. */
  namespace: string | null;
  problem: string | null;
  told: number;
  walk: { customersTotal: number; customersDone: number; changed: number; finishedAt: string | null } | null;
  timeZone: string;
  /** A product that is due for somebody, to show how one is asked for. */
  exampleTitle: string | null;
}

interface SegmentsCardProps {
  state: SegmentsState;
  busy: boolean;
  wasDeclined: boolean;
  onTurn: (isOn: boolean) => void;
  onCopied: () => void;
}

/** The hand-over to Shopify's customer segments: what it does, whether it is on, how far it is, and what to paste there. */
export function SegmentsCard({ state, busy, wasDeclined, onTurn, onCopied }: SegmentsCardProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { isOn, walk, told, timeZone, namespace } = state;
  const isWalking = walk !== null && walk.finishedAt === null;
  return (
    <BlockStack gap="400">
      {state.problem !== null && (
        <Banner tone="warning" title={t("reorders:segments.noScopeTitle")} action={{ content: t("reorders:segments.grant"), onAction: () => onTurn(true) }}>
          <p>{t("reorders:segments.noScopeText")}</p>
        </Banner>
      )}
      {wasDeclined && <Banner tone="info"><p>{t("reorders:segments.declined")}</p></Banner>}
      <Card>
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h2" variant="headingMd">{t("reorders:segments.title")}</Text>
              <Badge {...(isOn && { tone: "success" as const })}>{isOn ? t("reorders:segments.on") : t("reorders:segments.off")}</Badge>
            </InlineStack>
            {isOn
              ? <Button loading={busy} onClick={() => setAsking(true)}>{t("reorders:segments.turnOff")}</Button>
              : <Button variant="primary" loading={busy} onClick={() => onTurn(true)}>{t("reorders:segments.turnOn")}</Button>}
          </InlineStack>
          <Text as="p">{t("reorders:segments.what")}</Text>
          <List>
            <List.Item>{t("reorders:segments.writes")}</List.Item>
            <List.Item>{t("reorders:segments.leavesOut")}</List.Item>
            <List.Item>{t("reorders:segments.yours")}</List.Item>
            {!state.hasScope && <List.Item>{t("reorders:segments.asks")}</List.Item>}
          </List>
          {isWalking && (
            <BlockStack gap="100">
              <Text as="p" id="hand-over-progress">{t("reorders:segments.walking", { done: walk.customersDone, total: Math.max(walk.customersTotal, walk.customersDone) })}</Text>
              <ProgressBar size="small" ariaLabelledBy="hand-over-progress" progress={walk.customersTotal === 0 ? 0 : Math.min(100, (walk.customersDone / walk.customersTotal) * 100)} />
            </BlockStack>
          )}
          {!isWalking && walk?.finishedAt && (
            <Text as="p" tone="subdued">{t("reorders:segments.done", { count: told, number: countText(t, told), at: timeText(t, walk.finishedAt, timeZone) })}</Text>
          )}
        </BlockStack>
      </Card>
      {namespace !== null && isOn && (
        <Card>
          <BlockStack gap="400">
            <BlockStack gap="100">
              <Text as="h2" variant="headingMd">{t("reorders:segments.pasteTitle")}</Text>
              <Text as="p">
                <Trans t={t} i18nKey="reorders:segments.pasteText" components={{ segments: <Link url="shopify://admin/customers/segments/new" target="_top" /> }} />
              </Text>
            </BlockStack>
            <Query label={t("reorders:segments.queryDue")} query={dueSegment(namespace)} onCopied={onCopied} />
            {state.exampleTitle !== null && <Query label={t("reorders:segments.queryProduct", { title: state.exampleTitle })} query={productSegment(namespace, state.exampleTitle)} onCopied={onCopied} />}
          </BlockStack>
        </Card>
      )}
      <ConfirmModal open={asking} title={t("reorders:segments.offTitle")} confirm={t("reorders:segments.turnOff")} destructive onConfirm={() => onTurn(false)} onClose={() => setAsking(false)}>
        {t("reorders:segments.offText")}
      </ConfirmModal>
    </BlockStack>
  );
}

function Query({ label, query, onCopied }: { label: string; query: string; onCopied: () => void }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">{label}</Text>
      <pre className="segment-query"><code>{query}</code></pre>
      <div>
        <Button accessibilityLabel={t("reorders:segments.copyOf", { label })} onClick={() => void navigator.clipboard.writeText(query).then(onCopied)}>{t("reorders:segments.copy")}</Button>
      </div>
    </BlockStack>
  );
}
