import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { SnippetKind } from "../../domain/links/snippet";
import { HtmlFrame } from "../preview/HtmlFrame";

interface SnippetCardProps {
  kind: SnippetKind;
  /** Of the preview, pixels. */
  height: number;
  steps: readonly ReactNode[];
  code: string;
  /** What it comes to for a sample order, as HTML of our own making. */
  preview: string;
}

/** Liquid for the merchant to paste, beside what it comes to. */
export function SnippetCard({ kind, height, steps, code, preview }: SnippetCardProps) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    shopify.toast.show(t("placements:snippet.copied"));
  };
  return (
    <Card>
      <BlockStack gap="300">
        <List type="number">{steps.map((step, index) => <List.Item key={index}>{step}</List.Item>)}</List>
        <TextField label={t(`placements:snippet.${kind}.code`)} value={code} multiline={7} maxHeight={190} monospaced readOnly autoComplete="off" />
        <InlineStack><Button variant="primary" onClick={() => void copy()} accessibilityLabel={t(`placements:snippet.${kind}.copy`)}>{t("placements:snippet.copyShort")}</Button></InlineStack>
        <Text as="h3" variant="headingSm">{t("placements:preview.title")}</Text>
        <HtmlFrame title={t(`placements:snippet.${kind}.preview`)} html={preview} height={height} />
      </BlockStack>
    </Card>
  );
}
