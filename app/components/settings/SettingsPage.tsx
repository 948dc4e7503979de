import { Banner, BlockStack, Button, Card, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OfferDefaults } from "../../domain/offers/offer-defaults";
import { usePolling } from "../use-polling";
import { DefaultsCard } from "./DefaultsCard";
import { DiscountCard } from "./DiscountCard";
import type { DiscountCardProps } from "./DiscountCard";
import { HoldOutCard } from "./HoldOutCard";
import { ImportCard } from "./ImportCard";
import type { ImportState } from "./ImportCard";
import { PrivacyCard } from "./PrivacyCard";
import type { PrivacyLine } from "./PrivacyCard";
import { RetentionCard } from "./RetentionCard";
import { useSettingsAction } from "./use-settings-action";

interface SettingsPageProps {
  setup: { scopesMissing: readonly string[]; catalogue: ImportState; orders: ImportState; customers: ImportState; reconciledAt: string | null };
  holdOutPercent: number;
  setupDismissed: boolean;
  timeZone: string;
  keepReasonsDays: number;
  offerDefaults: OfferDefaults;
  isPlus: boolean;
  requests: PrivacyLine[];
  discount: Omit<DiscountCardProps, "coupons">;
  coupons: DiscountCardProps["coupons"];
}

/** Everything of the shop that is set once, and the ways to what is set elsewhere. */
export function SettingsPage({ setup, holdOutPercent, setupDismissed, timeZone, keepReasonsDays, offerDefaults, isPlus, requests, discount, coupons }: SettingsPageProps) {
  const { t } = useTranslation();
  const { isBusy, submit } = useSettingsAction();
  usePolling([setup.catalogue, setup.orders, setup.customers].some(({ state }) => state === "running"));
  return (
    <Page title={t("settings:title")}>
      <BlockStack gap="400">
        {setup.scopesMissing.length > 0 && (
          <Banner tone="warning" title={t("settings:scopes.title")}><Text as="p">{t("settings:scopes.text", { scopes: setup.scopesMissing })}</Text></Banner>
        )}
        <Layout>
          <Section name="measuring"><HoldOutCard percent={holdOutPercent} /></Section>
          <Section name="defaults"><DefaultsCard defaults={offerDefaults} isPlus={isPlus} /></Section>
          <Section name="languages"><LinkCard text={t("settings:languages.about")} links={[["/app/settings/languages", t("settings:languages.open")], ["/app/placements", t("settings:languages.placements")]]} /></Section>
          <Section name="discounts"><DiscountCard {...discount} coupons={coupons} /></Section>
          <Section name="plan"><LinkCard text={t("settings:plan.about")} links={[["/app/billing", t("settings:plan.open")]]} /></Section>
          <Section name="import">
            <ImportCard
              catalogue={setup.catalogue} orders={setup.orders} customers={setup.customers} reconciledAt={setup.reconciledAt} timeZone={timeZone} busy={isBusy}
              onImport={(kind) => submit({ intent: "import", kind })}
            />
          </Section>
          <Section name="privacy">
            <BlockStack gap="400">
              <RetentionCard days={keepReasonsDays} />
              <PrivacyCard requests={requests} timeZone={timeZone} />
            </BlockStack>
          </Section>
          <Section name="data"><LinkCard text={t("settings:data.about")} links={[["/app/settings/data", t("settings:data.open")]]} /></Section>
          {setupDismissed && (
            <Section name="setup"><Card><Button disabled={isBusy} onClick={() => submit({ intent: "showSetup" })}>{t("settings:setup.show")}</Button></Card></Section>
          )}
        </Layout>
      </BlockStack>
    </Page>
  );
}

function Section({ name, children }: { name: "measuring" | "defaults" | "languages" | "discounts" | "plan" | "import" | "privacy" | "data" | "setup"; children: ReactNode }) {
  const { t } = useTranslation();
  return <Layout.AnnotatedSection title={t(`settings:section.${name}`)} description={t(`settings:sectionAbout.${name}`)}>{children}</Layout.AnnotatedSection>;
}

function LinkCard({ text, links }: { text: string; links: ReadonlyArray<readonly [url: string, label: string]> }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{text}</Text>
        <InlineStack gap="200">{links.map(([url, label]) => <Button key={url} url={url}>{label}</Button>)}</InlineStack>
      </BlockStack>
    </Card>
  );
}
