import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

interface NeedsAttentionProps {
  failedImports: { kind: "catalogue" | "orders"; error: string }[];
  scopesMissing: string[];
  deadLetters: number;
  stuckOffers: { id: string; name: string }[];
  busy: boolean;
  onRetry: (kind: "catalogue" | "orders") => void;
}

/** What keeps the app from doing its work, with the way out of each. */
export function NeedsAttention({ failedImports, scopesMissing, deadLetters, stuckOffers, busy, onRetry }: NeedsAttentionProps) {
  const { t } = useTranslation();
  if (failedImports.length + scopesMissing.length + deadLetters + stuckOffers.length === 0) return null;
  // Each banner in a box of its own: side by side, Polaris adds a margin to the gap.
  return (
    <BlockStack gap="400">
      {failedImports.map(({ kind, error }) => (
        <div key={kind}><Banner tone="critical" title={t(kind === "catalogue" ? "home:attention.productsTitle" : "home:attention.ordersTitle")} action={{ content: t("home:attention.tryAgain"), loading: busy, onAction: () => onRetry(kind) }}>
          <Text as="p">{error === "" ? t("home:attention.stopped") : t("home:attention.stoppedBecause", { error })}</Text>
        </Banner></div>
      ))}
      {scopesMissing.length > 0 && (
        <div><Banner tone="warning" title={t("home:attention.scopesTitle")} action={{ content: t("home:attention.seeSettings"), url: "/app/settings" }}>
          <Text as="p">{t("home:attention.scopes", { scopes: scopesMissing })}</Text>
        </Banner></div>
      )}
      {deadLetters > 0 && (
        <div><Banner
          tone="warning" title={t("home:attention.deadLettersTitle", { count: deadLetters })}
          action={{ content: t("home:attention.showThem"), url: "/app/activity/dead-letters" }}
        >
          <Text as="p">{t("home:attention.deadLetters")}</Text>
        </Banner></div>
      )}
      {stuckOffers.length > 0 && (
        <div><Banner tone="warning" title={t("home:attention.stuckTitle", { count: stuckOffers.length })}>
          <List>
            {stuckOffers.map(({ id, name }) => <List.Item key={id}><Link url={`/app/offers/${id}`}>{name}</Link></List.Item>)}
          </List>
        </Banner></div>
      )}
    </BlockStack>
  );
}
