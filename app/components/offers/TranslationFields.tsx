import { BlockStack, Box, Button, Collapsible, Select, TextField } from "@shopify/polaris";
import { memo, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ShopperLanguage, shopperLanguages } from "../../domain/placements/shopper-language";
import type { CardProps } from "./card-props";

/** Title and text in other languages; put away until somebody wants them. */
export const TranslationFields = memo(function TranslationFields({ texts, change, messageAt }: CardProps<"texts">) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [language, setLanguage] = useState<ShopperLanguage>("en");
  const id = useId();
  const isTranslated = (known: ShopperLanguage) => (texts[known]?.title ?? "") !== "";
  const count = shopperLanguages.filter(isTranslated).length;
  const wrong = messageAt("texts");
  const { title, body } = texts[language] ?? { title: "", body: "" };
  const set = (fields: Partial<{ title: string; body: string }>) => change({ texts: { ...texts, [language]: { title, body, ...fields } } });
  return (
    <BlockStack gap="300">
      <Box>
        <Button variant="plain" disclosure={open ? "up" : "down"} ariaExpanded={open} ariaControls={id} onClick={() => setOpen(!open)}>
          {count === 0 ? t("offers:text.translate") : t("offers:text.translations", { count })}
        </Button>
      </Box>
      {/* Without its animation: what opens at once moves the page as part of the click, not after it. */}
      <Collapsible id={id} open={open || wrong !== undefined} transition={false}>
        <div data-place="texts">
          <BlockStack gap="300">
            <Select
              label={t("offers:text.language")} value={language} onChange={(value) => setLanguage(ShopperLanguage.catch("en").parse(value))}
              options={shopperLanguages.map((value) => ({ value, label: isTranslated(value) ? t("offers:text.done", { language: t(`common:language.${value}`) }) : t(`common:language.${value}`) }))}
              helpText={t("offers:text.languageHelp")}
            />
            <TextField
              name={`texts.${language}.title`} label={t("offers:text.titleIn", { language: t(`common:language.${language}`) })} autoComplete="off" maxLength={80} value={title} onChange={(text) => set({ title: text })}
              error={messageAt(`texts.${language}.title`)}
            />
            <TextField
              name={`texts.${language}.body`} label={t("offers:text.textIn", { language: t(`common:language.${language}`) })} autoComplete="off" maxLength={500} multiline={3} value={body} onChange={(text) => set({ body: text })}
              error={messageAt(`texts.${language}.body`)}
            />
          </BlockStack>
        </div>
      </Collapsible>
    </BlockStack>
  );
});
