import { Badge, BlockStack, Card, Layout, Link, Page, Text } from "@shopify/polaris";
import { Trans, useTranslation } from "react-i18next";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import { countText } from "../../i18n/values";
import { SumRows } from "../billing/SumRows";

interface LanguagesPageProps {
  activeOffers: number;
  languages: { language: ShopperLanguage; offers: number; headings: number; buttons: number }[];
}

const fixed = ["answers", "costs", "blocks", "links"] as const;
const own = ["offer", "heading", "buttons", "receipt"] as const;
const places = { offer: "/app/offers", heading: "/app/placements", buttons: "/app/placements", receipt: "/app/placements" };

/** Which words shoppers read, in which languages, and who decides on them. */
export function LanguagesPage({ activeOffers, languages }: LanguagesPageProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("settings:languages.title")} backAction={{ content: t("settings:title"), url: "/app/settings" }}>
      <Layout>
        <Layout.AnnotatedSection title={t("settings:languages.tableTitle")} description={t("settings:languages.tableAbout")}>
          <Card>
            <BlockStack gap="400">
              <Text as="p">{t("settings:languages.active", { count: activeOffers })}</Text>
              <SumRows rows={languages.map(({ language, offers, headings, buttons }) => [t(`common:language.${language}`), t("settings:languages.line", { offers: countText(t, offers), headings: countText(t, headings), buttons: countText(t, buttons) })] as const)} />
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={t("settings:languages.ownTitle")} description={t("settings:languages.ownAbout")}>
          <Card>
            <BlockStack gap="300">
              {own.map((text) => (
                <Text key={text} as="p"><Trans t={t} i18nKey={`settings:languages.own.${text}`} components={{ place: <Link url={places[text]} /> }} /></Text>
              ))}
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={t("settings:languages.fixedTitle")} description={t("settings:languages.fixedAbout")}>
          <Card>
            <BlockStack gap="300">
              {fixed.map((text) => (
                <BlockStack key={text} gap="100" inlineAlign="start">
                  <Badge>{text === "answers" || text === "costs" ? t("settings:languages.byShopify") : t("settings:languages.byEncore")}</Badge>
                  <Text as="p">{t(`settings:languages.fixed.${text}`)}</Text>
                </BlockStack>
              ))}
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  );
}
