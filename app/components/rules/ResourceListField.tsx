import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, InlineStack, Tag } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { idFromGid, gidOf, namedFromPick } from "./picked-resources";
import { useRuleContext } from "./rule-context";

const most = 250;

interface ResourceListFieldProps {
  kind: "product" | "variant" | "collection";
  ids: number[];
  onChange: (ids: number[]) => void;
}

/** Products, variants or collections chosen in Shopify's own picker. */
export function ResourceListField({ kind, ids, onChange }: ResourceListFieldProps) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { named, learn } = useRuleContext();

  const pick = async () => {
    const picked = await shopify.resourcePicker({
      type: kind,
      action: "select",
      multiple: most,
      selectionIds: ids.map((id) => ({ id: gidOf(kind, id) })),
    });
    if (!picked) return;
    learn(kind, namedFromPick(picked));
    onChange(picked.map(({ id }) => idFromGid(id)));
  };

  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button icon={SearchIcon} onClick={() => void pick()}>
        {ids.length === 0 ? t(`rules:resource.choose.${kind}`) : t(`rules:resource.change.${kind}`)}
      </Button>
      {ids.length > 0 && (
        <Box>
          <InlineStack gap="100">
            {ids.map((id) => (
              <Tag key={id} onRemove={() => onChange(ids.filter((other) => other !== id))}>
                {named[kind].get(id)?.title ?? t(`rules:resource.unnamed.${kind}`, { id })}
              </Tag>
            ))}
          </InlineStack>
        </Box>
      )}
    </BlockStack>
  );
}
