import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";

interface NeedsAttentionProps {
  failedImports: { kind: "catalogue" | "orders"; error: string }[];
  scopesMissing: string[];
  deadLetters: number;
  stuckOffers: { id: string; name: string }[];
  busy: boolean;
  onRetry: (kind: "catalogue" | "orders") => void;
}

const nouns = { catalogue: "products", orders: "past orders" };

/** What keeps the app from doing its work, with the way out of each. */
export function NeedsAttention({ failedImports, scopesMissing, deadLetters, stuckOffers, busy, onRetry }: NeedsAttentionProps) {
  if (failedImports.length + scopesMissing.length + deadLetters + stuckOffers.length === 0) return null;
  // Each banner in a box of its own: side by side, Polaris adds a margin to the gap.
  return (
    <BlockStack gap="400">
      {failedImports.map(({ kind, error }) => (
        <div key={kind}><Banner tone="critical" title={`Your ${nouns[kind]} haven’t all arrived`} action={{ content: "Try again", loading: busy, onAction: () => onRetry(kind) }}>
          <Text as="p">{error === "" ? "The import stopped before its end. What had arrived is kept." : `The import stopped: ${error}. What had arrived is kept.`}</Text>
        </Banner></div>
      ))}
      {scopesMissing.length > 0 && (
        <div><Banner tone="warning" title="Encore is missing a permission" action={{ content: "See settings", url: "/app/settings" }}>
          <Text as="p">{`Not granted: ${scopesMissing.join(", ")}. Parts of the app stand still until it is.`}</Text>
        </Banner></div>
      )}
      {deadLetters > 0 && (
        <div><Banner
          tone="warning" title={deadLetters === 1 ? "1 update from Shopify couldn’t be processed" : `${deadLetters} updates from Shopify couldn’t be processed`}
          action={{ content: "Show them", url: "/app/activity/dead-letters" }}
        >
          <Text as="p">They are kept. You can have them processed again.</Text>
        </Banner></div>
      )}
      {stuckOffers.length > 0 && (
        <div><Banner tone="warning" title={stuckOffers.length === 1 ? "An active offer has nothing left to offer" : `${stuckOffers.length} active offers have nothing left to offer`}>
          <List>
            {stuckOffers.map(({ id, name }) => <List.Item key={id}><Link url={`/app/offers/${id}`}>{name}</Link></List.Item>)}
          </List>
        </Banner></div>
      )}
    </BlockStack>
  );
}
