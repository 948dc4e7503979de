import { Banner, BlockStack, Link, List, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Placement } from "../../domain/offers/placement";
import { errorText } from "../../i18n/error-text";
import { placementEditors } from "../placements/placement-editors";

export type BillingNotice = { code: "frozen" } | { code: "planLimit" | "nearLimit"; used: number; limit: number } | { code: "capReached" };

interface NeedsAttentionProps {
  failedImports: { kind: "catalogue" | "orders"; error: string }[];
  scopesMissing: string[];
  deadLetters: number;
  stuckOffers: { id: string; name: string }[];
  silentPlacements: Placement[];
  billing: BillingNotice | null;
  busy: boolean;
  onRetry: (kind: "catalogue" | "orders") => void;
}

/** What keeps the app from doing its work, with the way out of each. */
export function NeedsAttention({ failedImports, scopesMissing, deadLetters, stuckOffers, silentPlacements, billing, busy, onRetry }: NeedsAttentionProps) {
  const { t } = useTranslation();
  if (failedImports.length + scopesMissing.length + deadLetters + stuckOffers.length + silentPlacements.length === 0 && billing === null) return null;
  // Each banner in a box of its own: side by side, Polaris adds a margin to the gap.
  return (
    <BlockStack gap="400">
      {failedImports.map(({ kind, error }) => (
        <div key={kind}><Banner tone="critical" title={t(kind === "catalogue" ? "home:attention.productsTitle" : "home:attention.ordersTitle")} action={{ content: t("home:attention.tryAgain"), loading: busy, onAction: () => onRetry(kind) }}>
          <Text as="p">{error === "" ? t("home:attention.stopped") : t("home:attention.stoppedBecause", { error: errorText(t, error) })}</Text>
        </Banner></div>
      ))}
      {billing && <BillingBanner notice={billing} />}
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
      {silentPlacements.length > 0 && (
        <div><Banner tone="info" title={t("home:attention.silentTitle", { count: silentPlacements.length })}>
          <BlockStack gap="200">
            <Text as="p">{t("home:attention.silent")}</Text>
            <List>{silentPlacements.map((placement) => <List.Item key={placement}><PlacementLink placement={placement} /></List.Item>)}</List>
          </BlockStack>
        </Banner></div>
      )}
    </BlockStack>
  );
}

function PlacementLink({ placement }: { placement: Placement }) {
  const { t } = useTranslation();
  const name = t(`common:placement.${placement}`);
  const url = placementEditors[placement];
  return <Link url={url} {...(url.startsWith("shopify:") && { target: "_top" as const })}>{t("home:attention.setUp", { name })}</Link>;
}

function BillingBanner({ notice }: { notice: BillingNotice }) {
  const { t } = useTranslation();
  const action = { content: t("home:attention.seePlan"), url: "/app/billing" };
  switch (notice.code) {
    case "frozen":
      return <div><Banner tone="critical" title={t("home:attention.frozenTitle")} action={action}><Text as="p">{t("home:attention.frozen")}</Text></Banner></div>;
    case "capReached":
      return <div><Banner tone="warning" title={t("home:attention.capTitle")} action={action}><Text as="p">{t("home:attention.cap")}</Text></Banner></div>;
    case "planLimit":
    case "nearLimit":
      return (
        <div><Banner tone={notice.code === "planLimit" ? "warning" : "info"} title={t(notice.code === "planLimit" ? "home:attention.planLimitTitle" : "home:attention.nearLimitTitle", { used: notice.used, limit: notice.limit })} action={action}>
          <Text as="p">{t(notice.code === "planLimit" ? "home:attention.planLimit" : "home:attention.nearLimit")}</Text>
        </Banner></div>
      );
  }
}
