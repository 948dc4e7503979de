import { Badge, BlockStack, Button, Card, InlineStack, Layout, Link, List, Page, Text } from "@shopify/polaris";
import { timeText } from "../time-text";
import { OutcomeBadge } from "./ActivityTable";
import type { DecisionPage } from "./decision-page";
import { outcomeLabel } from "./outcome-text";
import { storyEvents } from "./story-events";

/** One decision told from the order's facts to what was counted in the end. */
export function DecisionDetails({ page }: { page: DecisionPage }) {
  const outcome = outcomeLabel({
    outcome: page.offered ? "offered" : "nothing", seen: page.impressionAt !== null, declined: page.declinedAt !== null,
    acceptance: page.acceptance?.state ?? null,
  });
  return (
    <Page
      title={page.title}
      titleMetadata={<OutcomeBadge outcome={outcome} />}
      subtitle={`${page.placement}, ${timeText(page.decidedAt, page.timeZone)}`}
      backAction={{ content: "Activity", url: "/app/activity" }}
      {...(page.order && { secondaryActions: [{ content: "View order in Shopify", url: `shopify://admin/orders/${page.order.id}`, target: "_top" as const }] })}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Card>
              <BlockStack gap="400">
                <Text as="h2" variant="headingMd">What happened</Text>
                <ol className="timeline">
                  {storyEvents(page).map((event) => (
                    <li key={`${event.at} ${event.title}`} data-tone={event.tone}>
                      <BlockStack gap="050">
                        <Text as="p" fontWeight="medium">{event.title}</Text>
                        {event.detail !== "" && <Text as="p">{event.detail}</Text>}
                        <Text as="p" tone="subdued" variant="bodySm"><time dateTime={event.at}>{timeText(event.at, page.timeZone)}</time></Text>
                      </BlockStack>
                    </li>
                  ))}
                </ol>
              </BlockStack>
            </Card>
            <Card>
              <BlockStack gap="400">
                <Text as="h2" variant="headingMd">Offers considered</Text>
                {page.candidates.length === 0 && <Text as="p" tone="subdued">{page.whyNothing}.</Text>}
                <ul className="candidates">
                  {page.candidates.map((candidate) => (
                    <li key={candidate.offerId}>
                      <BlockStack gap="100">
                        <InlineStack gap="200" blockAlign="center">
                          <Link url={`/app/offers/${candidate.offerId}`} removeUnderline>{candidate.name}</Link>
                          <Text as="span" tone="subdued">{`version ${candidate.version}`}</Text>
                          {candidate.chosen && <Badge tone="success">Chosen</Badge>}
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
              <Text as="h2" variant="headingMd">What Encore knew</Text>
              {page.facts.map(({ label, value }) => (
                <BlockStack key={label}>
                  <Text as="span" tone="subdued">{label}</Text>
                  <Text as="span">{value}</Text>
                </BlockStack>
              ))}
              {page.lines.length > 0 && (
                <BlockStack gap="100">
                  <Text as="span" tone="subdued">In the order</Text>
                  <List>{page.lines.map((line) => <List.Item key={line}>{line}</List.Item>)}</List>
                </BlockStack>
              )}
              {page.offered && <div><Button variant="plain" url={`/app/offers/${page.offered.offerId}`}>Open the offer</Button></div>}
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
