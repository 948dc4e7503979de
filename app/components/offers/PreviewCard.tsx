import { BlockStack, Card, Text } from "@shopify/polaris";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewedPlacement } from "../../domain/preview/contract";
import type { Screen } from "../preview/frame-size";
import { LazyPreview } from "../preview/LazyPreview";
import { formToDraft } from "./offer-form";
import type { OfferForm } from "./offer-form";

interface PreviewCardProps {
  form: OfferForm;
  currency: string;
  /** Told which screen is looked at, to make room for it. */
  onScreen: (screen: Screen) => void;
}

/** What customers will see of the offer as it is typed, at each of its placements. */
export const PreviewCard = memo(function PreviewCard({ form, currency, onScreen }: PreviewCardProps) {
  const { t } = useTranslation();
  const title = form.title.trim() === "" ? t("placements:preview.untitled") : form.title;
  const draft = useMemo(() => formToDraft({ ...form, title }, currency), [form, title, currency]);
  const [first, ...others] = form.placements.filter((placement): placement is PreviewedPlacement => placement !== "product-page");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{t("placements:preview.title")}</Text>
        {first ? <LazyPreview draft={draft} placements={[first, ...others]} onScreen={onScreen} /> : <Text as="p">{t("placements:preview.nowhere")}</Text>}
      </BlockStack>
    </Card>
  );
});
