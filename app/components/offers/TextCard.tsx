import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { TranslationFields } from "./TranslationFields";
import type { CardProps } from "./card-props";

export function TextCard({ form, change, messageAt }: CardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Name and text</Text>
        <TextField
          label="Name" helpText="Only your staff sees this." autoComplete="off" maxLength={100}
          value={form.name} onChange={(name) => change({ name })} error={messageAt("name")}
        />
        <TextField
          label="Title shown to customers" autoComplete="off" maxLength={80} showCharacterCount
          placeholder="Add this to your order" value={form.title} onChange={(title) => change({ title })} error={messageAt("title")}
        />
        <TextField
          label="Text shown to customers" autoComplete="off" maxLength={500} showCharacterCount multiline={3}
          placeholder="Goes well with what you just bought. It ships in the same parcel."
          value={form.body} onChange={(body) => change({ body })} error={messageAt("body")}
        />
        <TranslationFields form={form} change={change} messageAt={messageAt} />
      </BlockStack>
    </Card>
  );
}
