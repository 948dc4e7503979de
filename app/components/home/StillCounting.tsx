import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** A handful comes and goes with every sale: nothing to tell anyone. */
const fewest = 100;

/** That counts are not complete yet, and how far they have come since the page was opened; and that suggestions follow. */
export function StillCounting({ left, isProposing }: { left: number; isProposing: boolean }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState(left);
  // More may have come in meanwhile.
  if (left > first) setFirst(left);
  const isCounting = left >= fewest;
  if (!isCounting && !isProposing) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">{t("home:counting.title")}</Text>
        <div role="status"><Text as="p" tone="subdued">{isProposing ? t("home:counting.proposing") : t("home:counting.left", { count: left })}</Text></div>
        {isCounting && left < first && (
          <>
            <span id="counting-progress" hidden>{t("home:counting.progress")}</span>
            <ProgressBar progress={Math.round(((first - left) / first) * 100)} size="small" ariaLabelledBy="counting-progress" />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
