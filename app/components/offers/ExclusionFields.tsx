import { BlockStack, Box, Button, Collapsible, Text } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffExclusions } from "../../domain/strategies/staff-exclusions";
import { ResourceListField } from "../rules/ResourceListField";
import { TextListField } from "../rules/TextListField";

/** Products that a strategy is never to pick; put away while there are none. */
export function ExclusionFields({ exclude, onChange }: { exclude: StaffExclusions; onChange: (exclude: StaffExclusions) => void }) {
  const { t } = useTranslation();
  const count = exclude.productIds.length + exclude.collectionIds.length + exclude.tags.length;
  const [open, setOpen] = useState(count > 0);
  const id = useId();
  return (
    <BlockStack gap="300">
      <Box>
        <Button variant="plain" disclosure={open ? "up" : "down"} ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)}>
          {count === 0 ? t("offers:exclude.open") : t("offers:exclude.count", { count })}
        </Button>
      </Box>
      {/* Without its animation: what opens at once moves the page as part of the click, not after it. */}
      <Collapsible id={id} open={open} transition={false}>
        <BlockStack gap="300">
          <Text as="p" tone="subdued">{t("offers:exclude.about")}</Text>
          <ResourceListField kind="product" ids={exclude.productIds} onChange={(productIds) => onChange({ ...exclude, productIds })} />
          <ResourceListField kind="collection" ids={exclude.collectionIds} onChange={(collectionIds) => onChange({ ...exclude, collectionIds })} />
          <TextListField of="tags" values={exclude.tags} suggest="tags" onChange={(tags) => onChange({ ...exclude, tags })} />
        </BlockStack>
      </Collapsible>
    </BlockStack>
  );
}
