import { BlockStack, Button, Card, InlineStack, Layout, Page, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { snippet, snippetPreview } from "../../domain/links/snippet";
import type { SnippetKind } from "../../domain/links/snippet";
import { ShopperLanguage, shopperLanguages } from "../../domain/placements/shopper-language";
import { parseReceiptSettings } from "../../domain/receipts/settings";
import type { ReceiptSettings } from "../../domain/receipts/settings";
import { FormSaveBar } from "../FormSaveBar";
import { ConfirmModal } from "../ConfirmModal";
import { useSettingsForm } from "../use-settings-form";
import { useSteadyActions } from "../use-steady-actions";
import { ReceiptCard } from "./ReceiptCard";
import { SnippetCard } from "./SnippetCard";
import { useNewKey } from "./use-new-key";

export interface SnippetsPageProps {
  shop: string;
  shopName: string;
  currency: string;
  templateKey: string;
  keyVersion: number;
  /** Until when links made with the key before work, ISO 8601. */
  oldEndsAt: string | null;
  receipt: ReceiptSettings;
}

const sampleQr = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#ccc" d="M0 0h9v9H0z"/></svg>')}`;

function saveRequest(settings: ReceiptSettings) {
  return { intent: "save", settings };
}

/** What staff paste into the shop's e-mails and packing slips, and what printed receipts say. */
export function SnippetsPage({ shop, shopName, currency, templateKey, keyVersion, oldEndsAt, receipt }: SnippetsPageProps) {
  const { t, i18n } = useTranslation();
  const languageOptions = shopperLanguages.map((value) => ({ value, label: t(`common:language.${value}`) }));
  const [language, setLanguage] = useState<ShopperLanguage>(() => ShopperLanguage.catch("en").parse(i18n.language));
  const [asking, setAsking] = useState(false);
  const state = useSettingsForm({ saved: receipt, read: parseReceiptSettings, request: saveRequest, savedText: t("placements:snippets.receiptSaved") });
  const newKey = useNewKey();
  const parts = (kind: SnippetKind) => ({
    kind,
    code: snippet({ kind, language, key: templateKey, keyVersion, shop }),
    preview: snippetPreview({ kind, language, linkUrl: `https://${shop}`, qrUrl: sampleQr }),
  });
  const actions = useSteadyActions([{ content: t("placements:flowLink"), url: "/app/placements/flow" }]);
  return (
    <Page
      title={t("placements:snippetsLink")} subtitle={t("placements:snippets.subtitle")} backAction={{ content: t("placements:title"), url: "/app/placements" }}
      secondaryActions={actions}
    >
      <FormSaveBar id="receipt-save-bar" form={state} save={t("placements:save")} discard={t("placements:discard")} />
      <Layout>
        <Layout.AnnotatedSection title={t("placements:snippets.language")} description={t("placements:snippets.languageAbout")}>
          <Card><Select label={t("placements:snippets.language")} options={languageOptions} value={language} onChange={(value) => setLanguage(ShopperLanguage.catch("en").parse(value))} /></Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={t("common:placement.e-mail")} description={t("placements:snippets.emailAbout")}>
          <SnippetCard
            height={150} {...parts("order-email")}
            steps={[t("placements:snippets.emailStep1"), t("placements:snippets.emailStep2"), t("placements:snippets.emailStep3")]}
          />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={t("placements:snippets.slip")} description={t("placements:snippets.slipAbout")}>
          <SnippetCard
            height={230} {...parts("packing-slip")}
            steps={[t("placements:snippets.slipStep1"), t("placements:snippets.slipStep2"), t("placements:snippets.slipStep3")]}
          />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={t("placements:snippets.receipt")} description={t("placements:snippets.receiptAbout")}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              state.save();
            }}
          >
            <ReceiptCard state={state} language={language} shop={shop} shopName={shopName} currency={currency} />
          </form>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={t("placements:snippets.key")} description={t("placements:snippets.keyAbout")}>
          <Card>
            <BlockStack gap="300">
              <Text as="p">
                {oldEndsAt === null ? t("placements:snippets.keyAdvice") : t("placements:snippets.keyOld", { at: oldEndsAt, timeZone: "UTC" })}
              </Text>
              <InlineStack><Button onClick={() => setAsking(true)} disabled={newKey.making}>{t("placements:snippets.newKey")}</Button></InlineStack>
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
      </Layout>
      <ConfirmModal open={asking} title={t("placements:snippets.newKeyTitle")} confirm={t("placements:snippets.newKey")} destructive onConfirm={newKey.make} onClose={() => setAsking(false)}>
        {t("placements:snippets.newKeyText")}
      </ConfirmModal>
    </Page>
  );
}
