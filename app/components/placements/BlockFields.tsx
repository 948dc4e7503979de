import { BlockStack, FormLayout, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { SettingsErrors } from "../../domain/placements/settings";
import { ShopperLanguage, shopperLanguages } from "../../domain/placements/shopper-language";
import { languageNames } from "./language-names";
import type { BlockForm, BlockName } from "./placements-form";

const languageOptions = shopperLanguages.map((value) => ({ value, label: languageNames[value] }));
const layoutOptions = [{ value: "list", label: "One below the other" }, { value: "grid", label: "Side by side" }];

interface BlockFieldsProps {
  name: BlockName;
  block: BlockForm;
  errors: SettingsErrors;
  disabled: boolean;
  change: (fields: Partial<BlockForm>) => void;
}

/** How one block looks. */
export function BlockFields({ name, block, errors, disabled, change }: BlockFieldsProps) {
  const [language, setLanguage] = useState<ShopperLanguage>("en");
  const wrongHeading = Object.keys(errors).find((path) => path.startsWith(`${name}.heading.`));
  const errorHere = errors[`${name}.heading.${language}`];
  const errorElsewhere = wrongHeading ? `Correct the heading in ${languageNames[ShopperLanguage.catch("en").parse(wrongHeading.split(".").at(-1))]}` : undefined;
  return (
    <BlockStack gap="300">
      <FormLayout>
        <FormLayout.Group condensed>
          <TextField
            label="Most products" autoComplete="off" inputMode="numeric" disabled={disabled} value={block.products} error={errors[`${name}.products`]}
            onChange={(products) => change({ products })} helpText="1 to 6"
          />
          <Select
            label="Layout" options={layoutOptions} disabled={disabled} value={block.layout}
            onChange={(layout) => change({ layout: layout === "grid" ? "grid" : "list" })}
          />
        </FormLayout.Group>
        <FormLayout.Group condensed>
          <Select
            label="Language of the heading" options={languageOptions} disabled={disabled} value={language}
            onChange={(value) => setLanguage(ShopperLanguage.catch("en").parse(value))}
          />
          <TextField
            label={`Heading in ${languageNames[language]}`} autoComplete="off" disabled={disabled} value={block.heading[language] ?? ""} maxLength={80}
            placeholder="The offer’s title" error={errorHere ?? errorElsewhere} onChange={(text) => change({ heading: { ...block.heading, [language]: text } })}
            helpText="Leave it empty to show the offer’s own title."
          />
        </FormLayout.Group>
      </FormLayout>
    </BlockStack>
  );
}
