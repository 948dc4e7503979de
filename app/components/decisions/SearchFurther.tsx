import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

interface SearchFurtherProps {
  /** As far back as was searched, ISO 8601. */
  at: string;
  timeZone: string;
  /** How many decisions were found. */
  found: number;
  loading: boolean;
  onFurther: () => void;
}

/** Says how far back a search went that ended before the oldest decision, with the way to go on. */
export function SearchFurther({ at, timeZone, found, loading, onFurther }: SearchFurtherProps) {
  const { t } = useTranslation();
  return (
    <Box padding="400" borderBlockStartWidth="025" borderColor="border">
      <BlockStack gap="300" inlineAlign="center">
        <div role="status">
          <Text as="p" tone="subdued" alignment="center">{t(found === 0 ? "activity:searched.nothing" : "activity:searched.some", { at, timeZone })}</Text>
        </div>
        <InlineStack align="center"><Button onClick={onFurther} loading={loading}>{t("activity:searched.further")}</Button></InlineStack>
      </BlockStack>
    </Box>
  );
}
