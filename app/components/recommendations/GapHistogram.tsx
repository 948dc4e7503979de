import { BlockStack, Button, Card, DataTable, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GapLine } from "./gap-lines";

/** After how many days customers bought the same product again, as bars with their numbers or as the table they are drawn from. */
export function GapHistogram({ lines }: { lines: readonly GapLine[] }) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const most = lines.reduce<GapLine | undefined>((held, line) => (held && held.length >= line.length ? held : line), undefined);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">{t("recommendations:gaps.title")}</Text>
          <Button variant="plain" onClick={() => setAsTable(!asTable)}>{asTable ? t("recommendations:gaps.asChart") : t("recommendations:gaps.asTable")}</Button>
        </InlineStack>
        {asTable
          ? <DataTable
              columnContentTypes={["text", "numeric", "numeric"]} headings={[t("recommendations:gaps.between"), t("recommendations:gaps.purchases"), t("recommendations:gaps.share")]} increasedTableDensity
              rows={lines.map(({ label, purchases, share }) => [label, purchases, share])}
            />
          : <div role="img" aria-label={most ? t("recommendations:gaps.saidMost", { label: most.label, share: most.share }) : t("recommendations:gaps.said")}>
              {lines.map(({ label, share, length }) => (
                <div className="histogram-row" key={label}>
                  <Text as="span">{label}</Text>
                  <svg width="100%" height="16" preserveAspectRatio="none"><rect className="histogram-bar" width={`${length}%`} height="16" rx="2" /></svg>
                  <Text as="span" alignment="end" numeric>{share}</Text>
                </div>
              ))}
            </div>}
        <Text as="p" tone="subdued" variant="bodySm">{t("recommendations:gaps.basis")}</Text>
      </BlockStack>
    </Card>
  );
}
