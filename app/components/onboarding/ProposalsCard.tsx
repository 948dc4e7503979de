import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { ProposalEvidence, ProposalKind } from "../../domain/offers/propose";
import { proposalEvidence, proposalNames, replayText } from "./proposal-text";

export interface ShownProposal {
  kind: ProposalKind;
  evidence: ProposalEvidence;
  titles: Record<string, string>;
  replay: { orders: number; shown: number; runId: string } | null;
  isReplaying: boolean;
}

export type ProposalReply = { published: string } | { settled: true } | { restored: true } | { dismissed: ProposalKind };

/** What the shop's own orders speak for: look, and publish with one click. */
export function ProposalsCard({ proposals }: { proposals: readonly ShownProposal[] }) {
  const fetcher = useFetcher<ProposalReply>();
  const shopify = useAppBridge();
  const { submit } = fetcher;
  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if ("published" in reply) shopify.toast.show("Offer published");
    if ("settled" in reply) shopify.toast.show("Someone else has published it or put it away", { isError: true });
    if ("dismissed" in reply) {
      const { dismissed } = reply;
      shopify.toast.show("Suggestion put away", { action: "Undo", onAction: () => submit({ intent: "restoreProposal", kind: dismissed }, { method: "post" }) });
    }
  }, [reply, shopify, submit]);
  if (proposals.length === 0) return null;
  const busy = fetcher.state !== "idle";
  const send = (intent: "publishProposal" | "dismissProposal", kind: ProposalKind) => submit({ intent, kind }, { method: "post" });
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">Suggested for your shop</Text>
          <Text as="p" tone="subdued">Found in your own orders. Nothing is shown to customers before you publish it.</Text>
        </BlockStack>
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

function Proposal({ proposal: { kind, evidence, titles, replay, isReplaying }, busy, onSend }: ProposalProps) {
  const name = proposalNames[kind];
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">{name}</Text>
        {isReplaying && <Badge tone="info">Trying it on your past orders</Badge>}
      </InlineStack>
      <Text as="p">{proposalEvidence(evidence, titles)}</Text>
      {replay && (
        <Text as="p" tone="subdued">
          {replayText(replay)} <Link url={`/app/backtests/${replay.runId}`}>See orders and reasons</Link>
        </Text>
      )}
      <ButtonGroup>
        <Button variant="primary" disabled={busy} accessibilityLabel={`Publish: ${name}`} onClick={() => onSend("publishProposal", kind)}>Publish</Button>
        <Button url={`/app/offers/new?template=${kind}`} accessibilityLabel={`Edit first: ${name}`}>Edit first</Button>
        <Button variant="tertiary" disabled={busy} accessibilityLabel={`Not now: ${name}`} onClick={() => onSend("dismissProposal", kind)}>Not now</Button>
      </ButtonGroup>
    </BlockStack>
  );
}
