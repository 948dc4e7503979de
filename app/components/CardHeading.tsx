import { BlockStack, Text } from "@shopify/polaris";

/** The title of a card, and below it what the card is for. */
export function CardHeading({ title, about }: { title: string; about: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">{title}</Text>
      <Text as="p" tone="subdued">{about}</Text>
    </BlockStack>
  );
}
