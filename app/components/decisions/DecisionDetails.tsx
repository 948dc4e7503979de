import { Badge, BlockStack, Button, Card, InlineStack, Layout, Link, List, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { OutcomeBadge, TestOrderBadge } from "./ActivityTable";
import type { DecisionPage } from "./decision-page";
import { outcomeLabel } from "./outcome-text";
import { Timeline } from "./Timeline";
import { storyEvents } from "./story-events";

/** One decision told from the order's facts to what was counted in the end. */
export function DecisionDetails({ page }: { page: DecisionPage }) {
  const { t } = useTranslation();
  const outcome = outcomeLabel(t, {
    outcome: page.offered ? "offered" : "nothing", seen: page.impressionAt !== null, declined: page.declinedAt !== null,
    acceptance: page.acceptance?.state ?? null,
  });
  return (
    <Page
      title={page.title}
      titleMetadata={<InlineStack gap="200"><OutcomeBadge outcome={outcome} />{page.isTest && <TestOrderBadge />}</InlineStack>}
      subtitle={t("activity:decision.at", { placement: page.placement, at: page.decidedAt, timeZone: page.timeZone })}
      backAction={{ content: t("activity:title"), url: "/app/activity" }}
      {...(page.order && { secondaryActions: [{ content: t("activity:decision.wholeOrder"), url: `/app/activity/orders/${page.order.id}` }, { content: t("activity:decision.viewOrder"), url: `shopify://admin/orders/${page.order.id}`, target: "_top" as const }] })}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Card>
              <BlockStack gap="400">
                <Text as="h2" variant="headingMd">{t("activity:decision.happened")}</Text>
                <Timeline events={storyEvents(t, page)} timeZone={page.timeZone} />
              </BlockStack>
            </Card>
            <Card>
              <BlockStack gap="400">
                <Text as="h2" variant="headingMd">{t("activity:decision.considered")}</Text>
                {page.candidates.length === 0 && <Text as="p" tone="subdued">{t("activity:decision.noneConsidered")}</Text>}
                <ul className="candidates">
                  {page.candidates.map((candidate) => (
                    <li key={candidate.offerId}>
                      <BlockStack gap="100">
                        <InlineStack gap="200" blockAlign="center">
                          <Link url={`/app/offers/${candidate.offerId}`} removeUnderline>{candidate.name}</Link>
                          <Text as="span" tone="subdued">{t("activity:decision.version", { version: candidate.version })}</Text>
                          {candidate.chosen && <Badge tone="success">{t("activity:decision.chosen")}</Badge>}
                        </InlineStack>
                        {!candidate.chosen && <Text as="p">{candidate.reason}</Text>}
                        {candidate.evidence !== "" && <Text as="p">{candidate.evidence}</Text>}
                        {candidate.products.length > 0 && <List>{candidate.products.map((text) => <List.Item key={text}>{text}</List.Item>)}</List>}
                      </BlockStack>
                    </li>
                  ))}
                </ul>
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">{t("activity:decision.knew")}</Text>
              {page.facts.map(({ label, value }) => (
                <BlockStack key={label}>
                  <Text as="span" tone="subdued">{label}</Text>
                  <Text as="span">{value}</Text>
                </BlockStack>
              ))}
              {page.lines.length > 0 && (
                <BlockStack gap="100">
                  <Text as="span" tone="subdued">{t("activity:decision.inOrder")}</Text>
                  <List>{page.lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
                </BlockStack>
              )}
              {page.offered && <div><Button variant="plain" url={`/app/offers/${page.offered.offerId}`}>{t("activity:decision.openOffer")}</Button></div>}
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
