import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Sparkline } from "./Sparkline";

interface FigureCardProps {
  label: string;
  value: string;
  /** How it compares with the period before, in words; empty where there is nothing to compare. */
  trend: string;
  /** Its course over the period; left out where none is kept. */
  course?: readonly number[];
  /** What the figure counts, or how sure it is. */
  note: string;
  /** The list of orders it comes from. */
  url: string;
}

export function FigureCard({ label, value, trend, course, note, url }: FigureCardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="100">
        <Text as="h3" variant="bodyMd" tone="subdued">{label}</Text>
        <Link url={url} monochrome removeUnderline accessibilityLabel={t("home:figures.showOrders", { label, value })}>
          <Text as="span" variant="headingLg" numeric>{value}</Text>
        </Link>
        {course && <Sparkline values={course} />}
        {trend !== "" && <Text as="p" variant="bodySm">{trend}</Text>}
        <Text as="p" variant="bodySm" tone="subdued">{note}</Text>
      </BlockStack>
    </Card>
  );
}
