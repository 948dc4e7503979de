import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, List, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { HtmlFrame } from "../preview/HtmlFrame";

interface SnippetCardProps {
  title: string;
  /** Of the preview, pixels. */
  height: number;
  steps: readonly ReactNode[];
  code: string;
  /** What it comes to for a sample order, as HTML of our own making. */
  preview: string;
}

/** Liquid for the merchant to paste, beside what it comes to. */
export function SnippetCard({ title, height, steps, code, preview }: SnippetCardProps) {
  const shopify = useAppBridge();
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    shopify.toast.show("Snippet copied");
  };
  return (
    <Card>
      <BlockStack gap="300">
        <List type="number">{steps.map((step, index) => <List.Item key={index}>{step}</List.Item>)}</List>
        <TextField label={`Snippet for the ${title}`} value={code} multiline={7} maxHeight={190} monospaced readOnly autoComplete="off" />
        <InlineStack><Button variant="primary" onClick={() => void copy()} accessibilityLabel={`Copy snippet for the ${title}`}>Copy snippet</Button></InlineStack>
        <Text as="h3" variant="headingSm">Preview</Text>
        <HtmlFrame title={`Preview of the ${title}`} html={preview} height={height} />
      </BlockStack>
    </Card>
  );
}
