import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { TranslationFields } from "./TranslationFields";
import type { CardProps } from "./card-props";

export function TextCard({ form, change, messageAt }: CardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:text.title")}</Text>
        <TextField
          label={t("offers:text.name")} helpText={t("offers:text.nameHelp")} autoComplete="off" maxLength={100}
          value={form.name} onChange={(name) => change({ name })} error={messageAt("name")}
        />
        <TextField
          label={t("offers:text.shownTitle")} autoComplete="off" maxLength={80} showCharacterCount
          placeholder={t("offers:text.titleExample")} value={form.title} onChange={(title) => change({ title })} error={messageAt("title")}
        />
        <TextField
          label={t("offers:text.shownText")} autoComplete="off" maxLength={500} showCharacterCount multiline={3}
          placeholder={t("offers:text.textExample")}
          value={form.body} onChange={(body) => change({ body })} error={messageAt("body")}
        />
        <TranslationFields form={form} change={change} messageAt={messageAt} />
      </BlockStack>
    </Card>
  );
}
