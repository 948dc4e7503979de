import { BlockStack, Card, Checkbox, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/error-text";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import { paperWidths, receiptPage } from "../../domain/receipts/receipt-page";
import type { PaperWidth } from "../../domain/receipts/receipt-page";
import type { ReceiptSettings } from "../../domain/receipts/settings";
import { receiptTexts } from "../../domain/receipts/texts";
import type { useSettingsForm } from "../use-settings-form";
import { HtmlFrame } from "../preview/HtmlFrame";

interface ReceiptCardProps {
  state: ReturnType<typeof useSettingsForm<ReceiptSettings, ReceiptSettings>>;
  language: ShopperLanguage;
  shop: string;
  shopName: string;
  currency: string;
}

/** A picture in place of the code of an order that does not exist. */
const sampleQr = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-label="QR"><path fill="#ccc" d="M0 0h9v9H0z"/></svg>';

/** What printed receipts say below the order, beside a sample. */
export function ReceiptCard({ state, language, shop, shopName, currency }: ReceiptCardProps) {
  const { t } = useTranslation();
  const paperOptions = paperWidths.map((value) => ({ value, label: t(`placements:receipt.${value}`) }));
  const [paper, setPaper] = useState<PaperWidth>("80mm");
  const { form, errors, change } = state;
  const line = form.line[language] ?? "";
  const wrong = errors[`line.${language}`];
  const sample = receiptPage({
    shopName: shopName === "" ? shop : shopName, timeZone: "UTC", language, paper, line: line.trim() === "" ? null : line.trim(),
    order: {
      name: "#1001", processedAt: "2026-11-21T10:00:00Z", currency, subtotalMinor: 4_500, totalMinor: 4_895,
      lines: [{ title: t("placements:receipt.sampleThrow"), quantity: 1, totalMinor: 3_000 }, { title: t("placements:receipt.sampleCandle"), quantity: 2, totalMinor: 1_500 }],
    },
    code: form.showCode ? { text: "0123456789ABCDEFGHJKMNPQRS", qr: sampleQr, typeAt: `${shop}/apps/encore/l` } : null,
  });
  return (
    <Card>
      <BlockStack gap="300">
        <FormLayout>
          <TextField
            label={t(`placements:receipt.line.${language}`)} autoComplete="off" value={line} maxLength={160} showCharacterCount placeholder={receiptTexts[language].line}
            error={wrong === undefined ? undefined : errorText(t, wrong)} onChange={(text) => change({ line: { ...form.line, [language]: text } })} helpText={t("placements:receipt.lineHelp")}
          />
          <Checkbox
            label={t("placements:receipt.code")} checked={form.showCode} onChange={(showCode) => change({ showCode })}
            helpText={t("placements:receipt.codeHelp")}
          />
        </FormLayout>
        <Text as="h3" variant="headingSm">{t("placements:preview.title")}</Text>
        <Select label={t("placements:receipt.paper")} options={paperOptions} value={paper} onChange={(value) => setPaper(value === "a4" ? "a4" : "80mm")} />
        <HtmlFrame title={t("placements:receipt.preview")} html={sample} height={paper === "a4" ? 620 : 520} />
        <Text as="p" tone="subdued">{t("placements:receipt.print")}</Text>
      </BlockStack>
    </Card>
  );
}
