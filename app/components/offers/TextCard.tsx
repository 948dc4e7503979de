import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { TranslationFields } from "./TranslationFields";
import type { CardProps } from "./card-props";

type TextCardProps = CardProps<"name" | "title" | "body" | "texts">;

export const TextCard = memo(function TextCard({ name, title, body, texts, change, messageAt }: TextCardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:text.title")}</Text>
        <TextField
          name="name" label={t("offers:text.name")} helpText={t("offers:text.nameHelp")} autoComplete="off" maxLength={100}
          value={name} onChange={(text) => change({ name: text })} error={messageAt("name")}
        />
        <TextField
          name="title" label={t("offers:text.shownTitle")} autoComplete="off" maxLength={80} showCharacterCount
          placeholder={t("offers:text.titleExample")} value={title} onChange={(text) => change({ title: text })} error={messageAt("title")}
        />
        <TextField
          name="body" label={t("offers:text.shownText")} autoComplete="off" maxLength={500} showCharacterCount multiline={3}
          placeholder={t("offers:text.textExample")}
          value={body} onChange={(text) => change({ body: text })} error={messageAt("body")}
        />
        <TranslationFields texts={texts} change={change} messageAt={messageAt} />
      </BlockStack>
    </Card>
  );
});
