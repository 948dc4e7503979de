import { BlockStack, FormLayout, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { longestWord, wordsOf } from "../../domain/placements/block-words";
import { ShopperLanguage, shopperLanguages } from "../../domain/placements/shopper-language";
import { usualWords } from "../../domain/placements/usual-words";
import { errorText } from "../../i18n/error-text";
import type { FieldErrors } from "../use-settings-form";
import type { BlockForm, BlockName } from "./placements-form";

interface BlockFieldsProps {
  name: BlockName;
  block: BlockForm;
  errors: FieldErrors;
  disabled: boolean;
  change: (fields: Partial<BlockForm>) => void;
}

/** How one block looks. */
export function BlockFields({ name, block, errors, disabled, change }: BlockFieldsProps) {
  const { t, i18n } = useTranslation();
  // Most write in their own language first.
  const [language, setLanguage] = useState<ShopperLanguage>(() => ShopperLanguage.catch("en").parse(i18n.language));
  const languages = shopperLanguages.map((value) => ({ value, label: t(`common:language.${value}`) }));
  const layouts = [{ value: "list", label: t("placements:block.list") }, { value: "grid", label: t("placements:block.grid") }];
  const shownError = (path: string) => (errors[path] === undefined ? undefined : errorText(t, errors[path]));
  const wrong = shopperLanguages.find((one) => errors[`${name}.heading.${one}`] !== undefined);
  // The theme words its own block, in its own editor.
  const inTheme = name === "product-page";
  const words = inTheme ? [] : wordsOf[name];
  const errorElsewhere = wrong && t("placements:block.headingWrong", { language: t(`common:language.${wrong}`) });
  return (
    <BlockStack gap="300">
      <FormLayout>
        <FormLayout.Group condensed>
          <TextField
            label={t("placements:block.products")} autoComplete="off" inputMode="numeric" disabled={disabled} value={block.products} error={shownError(`${name}.products`)}
            onChange={(products) => change({ products })} helpText={t("placements:block.productsHelp")}
          />
          <Select
            label={t("placements:block.layout")} options={layouts} disabled={disabled} value={block.layout}
            onChange={(layout) => change({ layout: layout === "grid" ? "grid" : "list" })}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <Select
            label={t("placements:block.headingLanguage")} options={languages} disabled={disabled} value={language}
            onChange={(value) => setLanguage(ShopperLanguage.catch("en").parse(value))}
          />
          <TextField
            label={t(`placements:block.heading.${language}`)} autoComplete="off" disabled={disabled} value={block.heading[language] ?? ""} maxLength={80}
            placeholder={t(inTheme ? "placements:block.themesWords" : "placements:block.offersTitle")} error={shownError(`${name}.heading.${language}`) ?? errorElsewhere}
            onChange={(text) => change({ heading: { ...block.heading, [language]: text } })} helpText={t(inTheme ? "placements:block.themesHeadingHelp" : "placements:block.headingHelp")}
          />
        </FormLayout.Group>
        {words.length > 0 && (
          <FormLayout.Group title={t("placements:block.buttons")} helpText={t("placements:block.buttonsHelp")}>
            {words.map((word) => (
              <TextField
                key={word} label={t(`placements:block.word.${word}`)} autoComplete="off" disabled={disabled} value={block.words[word]?.[language] ?? ""}
                maxLength={longestWord} placeholder={usualWords[language][word]} error={shownError(`${name}.words.${word}.${language}`)}
                onChange={(text) => change({ words: { ...block.words, [word]: { ...block.words[word], [language]: text } } })}
              />
            ))}
          </FormLayout.Group>
        )}
      </FormLayout>
    </BlockStack>
  );
}
