import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { ProposalEvidence, ProposalKind } from "../../domain/offers/propose";
import { CardHeading } from "../CardHeading";
import { proposalEvidence } from "./proposal-text";

export interface ShownProposal {
  kind: ProposalKind;
  evidence: ProposalEvidence;
  titles: Record<string, string>;
  replay: { orders: number; shown: number; runId: string } | null;
  isReplaying: boolean;
  /** Past orders tell nothing of the places where it would appear. */
  isUntold: boolean;
}

export type ProposalReply = { published: string } | { settled: true } | { restored: true } | { dismissed: ProposalKind };

/** What the shop's own orders speak for: look, and publish with one click. */
export function ProposalsCard({ proposals }: { proposals: readonly ShownProposal[] }) {
  const fetcher = useFetcher<ProposalReply>();
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const { submit } = fetcher;
  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if ("published" in reply) {
      const { published } = reply;
      shopify.toast.show(t("onboarding:proposals.published"), { action: t("onboarding:proposals.seeOffer"), onAction: () => navigate(`/app/offers/${published}`) });
    }
    if ("settled" in reply) shopify.toast.show(t("onboarding:proposals.settled"), { isError: true });
    if ("dismissed" in reply) {
      const { dismissed } = reply;
      shopify.toast.show(t("onboarding:proposals.dismissed"), { action: t("onboarding:proposals.undo"), onAction: () => submit({ intent: "restoreProposal", kind: dismissed }, { method: "post" }) });
    }
  }, [reply, navigate, shopify, submit, t]);
  if (proposals.length === 0) return null;
  const busy = fetcher.state !== "idle";
  const send = (intent: "publishProposal" | "dismissProposal", kind: ProposalKind) => submit({ intent, kind }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="400">
        <CardHeading title={t("onboarding:proposals.title")} about={t("onboarding:proposals.about")} />
        {proposals.map((proposal) => (
          <Box key={proposal.kind} borderBlockStartWidth="025" borderColor="border" paddingBlockStart="400">
            <Proposal proposal={proposal} busy={busy} onSend={send} />
          </Box>
        ))}
      </BlockStack>
    </Card>
  );
}

interface ProposalProps {
  proposal: ShownProposal;
  busy: boolean;
  onSend: (intent: "publishProposal" | "dismissProposal", kind: ProposalKind) => void;
}

function Proposal({ proposal: { kind, evidence, titles, replay, isReplaying, isUntold }, busy, onSend }: ProposalProps) {
  const { t } = useTranslation();
  const name = t(`onboarding:name.${kind}`);
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">{name}</Text>
        {isReplaying && <Badge tone="info">{t("onboarding:proposals.trying")}</Badge>}
      </InlineStack>
      <Text as="p">{proposalEvidence(t, evidence, titles)}</Text>
      <Text as="p">{t(`onboarding:terms.${kind}`)}</Text>
      {replay && (
        <Text as="p" tone="subdued">
          {t("onboarding:proposals.replayed", { shown: replay.shown, orders: replay.orders })} <Link url={`/app/backtests/${replay.runId}`}>{t("onboarding:proposals.seeOrders")}</Link>
        </Text>
      )}
      {isUntold && <Text as="p" tone="subdued">{t("onboarding:proposals.untold")}</Text>}
      <ButtonGroup>
        <Button variant="primary" disabled={busy} accessibilityLabel={t("onboarding:proposals.publishNamed", { name })} onClick={() => onSend("publishProposal", kind)}>{t("onboarding:proposals.publish")}</Button>
        <Button url={`/app/offers/new?template=${kind}`} accessibilityLabel={t("onboarding:proposals.editFirstNamed", { name })}>{t("onboarding:proposals.editFirst")}</Button>
        <Button variant="tertiary" disabled={busy} accessibilityLabel={t("onboarding:proposals.notNowNamed", { name })} onClick={() => onSend("dismissProposal", kind)}>{t("onboarding:proposals.notNow")}</Button>
      </ButtonGroup>
    </BlockStack>
  );
}
