import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Layout, Page, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { snippet, snippetPreview } from "../../domain/links/snippet";
import type { SnippetKind } from "../../domain/links/snippet";
import { ShopperLanguage, shopperLanguages } from "../../domain/placements/shopper-language";
import { parseReceiptSettings } from "../../domain/receipts/settings";
import type { ReceiptSettings } from "../../domain/receipts/settings";
import { ConfirmModal } from "../ConfirmModal";
import { timeText } from "../time-text";
import { useSettingsForm } from "../use-settings-form";
import { languageNames } from "./language-names";
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

const languageOptions = shopperLanguages.map((value) => ({ value, label: languageNames[value] }));
const sampleQr = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#ccc" d="M0 0h9v9H0z"/></svg>')}`;

function saveRequest(settings: ReceiptSettings) {
  return { intent: "save", settings };
}

/** What staff paste into the shop's e-mails and packing slips, and what printed receipts say. */
export function SnippetsPage({ shop, shopName, currency, templateKey, keyVersion, oldEndsAt, receipt }: SnippetsPageProps) {
  const [language, setLanguage] = useState<ShopperLanguage>("en");
  const [asking, setAsking] = useState(false);
  const state = useSettingsForm({ saved: receipt, read: parseReceiptSettings, request: saveRequest, savedText: "Receipt saved" });
  const newKey = useNewKey();
  const parts = (kind: SnippetKind) => ({
    code: snippet({ kind, language, key: templateKey, keyVersion, shop }),
    preview: snippetPreview({ kind, language, linkUrl: `https://${shop}`, qrUrl: sampleQr }),
  });
  return (
    <Page title="E-mail and receipts" subtitle="A line with a link made for each order. What stands behind it is decided when it is opened." backAction={{ content: "Placements", url: "/app/placements" }} secondaryActions={[{ content: "Shopify Flow", url: "/app/placements/flow" }]}>
      <SaveBar id="receipt-save-bar" open={state.dirty}>
        <button variant="primary" onClick={state.save} {...(state.saving && { loading: "" })}>Save</button>
        <button onClick={state.discard}>Discard</button>
      </SaveBar>
      <Layout>
        <Layout.AnnotatedSection title="Language" description="Of the snippets and of the receipt’s line below. Shopify’s templates have a version for each language: paste each into its own.">
          <Card><Select label="Language" options={languageOptions} value={language} onChange={(value) => setLanguage(ShopperLanguage.catch("en").parse(value))} /></Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title="Order e-mail" description="Shopify lets no app edit notifications, so this is pasted once.">
          <SnippetCard
            title="order e-mail" height={150} {...parts("order-email")}
            steps={["In Shopify, open Settings, Notifications, Customer notifications, Order confirmation.", "Choose Edit code.", "Paste the snippet where the line should stand, and save."]}
          />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title="Packing slip" description="A QR code that leads to the order’s page.">
          <SnippetCard
            title="packing slip" height={230} {...parts("packing-slip")}
            steps={["In Shopify, open Settings, Shipping and delivery, Packing slips.", "Choose Edit.", "Paste the snippet at the end, and save."]}
          />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title="Printed receipt" description="Printed from an order’s page, on a sheet or a roll. The line stands on every receipt.">
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
        <Layout.AnnotatedSection title="Key" description="The snippets hold a key that is good for their links and nothing else. Whoever can edit notifications can read it.">
          <Card>
            <BlockStack gap="300">
              <Text as="p">
                {oldEndsAt === null ? "If a template fell into the wrong hands, make a new key." : `Links made with the key before work until ${timeText(oldEndsAt, "UTC")}.`}
              </Text>
              <InlineStack><Button onClick={() => setAsking(true)} disabled={newKey.making}>Make a new key</Button></InlineStack>
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
      </Layout>
      <ConfirmModal open={asking} title="Make a new key?" confirm="Make a new key" destructive onConfirm={newKey.make} onClose={() => setAsking(false)}>
        Both snippets have to be pasted again, in every language. Links in e-mails that were sent already work for 60 more days.
      </ConfirmModal>
    </Page>
  );
}
