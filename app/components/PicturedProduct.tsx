import { BlockStack, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import type { ReactNode } from "react";

interface PicturedProductProps {
  productId: number;
  title: string;
  imageUrl: string | null;
  /** Whether the row is about the product, and leads where its name leads. */
  isPrimary?: boolean;
  /** What stands below its name. */
  children?: ReactNode;
}

/** A product with its picture, leading to what goes with it. */
export function PicturedProduct({ productId, title, imageUrl, isPrimary = true, children }: PicturedProductProps) {
  const name = (
    <Link {...(isPrimary && { dataPrimaryLink: true })} url={`/app/recommendations/${String(productId)}`} monochrome removeUnderline>
      <Text as="span" fontWeight="semibold">{title}</Text>
    </Link>
  );
  return (
    <InlineStack gap="300" wrap={false} blockAlign="center">
      <Thumbnail source={imageUrl ?? ImageIcon} alt="" size="small" />
      {children === undefined ? name : <BlockStack gap="050">{name}{children}</BlockStack>}
    </InlineStack>
  );
}
