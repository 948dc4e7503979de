import { BlockStack, Card, Checkbox, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import { paperWidths, receiptPage } from "../../domain/receipts/receipt-page";
import type { PaperWidth } from "../../domain/receipts/receipt-page";
import type { ReceiptSettings } from "../../domain/receipts/settings";
import { receiptTexts } from "../../domain/receipts/texts";
import type { useSettingsForm } from "../use-settings-form";
import { languageNames } from "./language-names";
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
const paperOptions = paperWidths.map((value) => ({ value, label: value === "a4" ? "A4 sheet" : "Roll, 80 mm" }));

/** What printed receipts say below the order, beside a sample. */
export function ReceiptCard({ state, language, shop, shopName, currency }: ReceiptCardProps) {
  const [paper, setPaper] = useState<PaperWidth>("80mm");
  const { form, errors, change } = state;
  const line = form.line[language] ?? "";
  const sample = receiptPage({
    shopName: shopName === "" ? shop : shopName, timeZone: "UTC", language, paper, line: line.trim() === "" ? null : line.trim(),
    order: {
      name: "#1001", processedAt: "2026-11-21T10:00:00Z", currency, subtotalMinor: 4_500, totalMinor: 4_895,
      lines: [{ title: "Wool throw", quantity: 1, totalMinor: 3_000 }, { title: "Candle", quantity: 2, totalMinor: 1_500 }],
    },
    code: form.showCode ? { text: "0123456789ABCDEFGHJKMNPQRS", qr: sampleQr, typeAt: `${shop}/apps/encore/l` } : null,
  });
  return (
    <Card>
      <BlockStack gap="300">
        <FormLayout>
          <TextField
            label={`Line in ${languageNames[language]}`} autoComplete="off" value={line} maxLength={160} showCharacterCount placeholder={receiptTexts[language].line}
            error={errors[`line.${language}`]} onChange={(text) => change({ line: { ...form.line, [language]: text } })} helpText="Leave it empty for Encore’s own words."
          />
          <Checkbox
            label="Print the order’s code" checked={form.showCode} onChange={(showCode) => change({ showCode })}
            helpText="As text and as a QR code. It opens that order’s own page, which the customer can use without an account."
          />
        </FormLayout>
        <Text as="h3" variant="headingSm">Preview</Text>
        <Select label="Paper" options={paperOptions} value={paper} onChange={(value) => setPaper(value === "a4" ? "a4" : "80mm")} />
        <HtmlFrame title="Preview of the receipt" html={sample} height={paper === "a4" ? 620 : 520} />
        <Text as="p" tone="subdued">To print one, open an order and choose Print, then Encore receipt.</Text>
      </BlockStack>
    </Card>
  );
}
