import { IndexTable, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";

interface ProductCellProps {
  productId: number;
  title: string;
  imageUrl: string | null;
}

/** The product that a row is about, leading to what goes with it. */
export function ProductCell({ productId, title, imageUrl }: ProductCellProps) {
  return (
    <IndexTable.Cell className="wrapping-name">
      <InlineStack gap="300" wrap={false} blockAlign="center">
        <Thumbnail source={imageUrl ?? ImageIcon} alt="" size="small" />
        <Link dataPrimaryLink url={`/app/recommendations/${productId}`} monochrome removeUnderline>
          <Text as="span" fontWeight="semibold">{title}</Text>
        </Link>
      </InlineStack>
    </IndexTable.Cell>
  );
}
