import { IndexTable } from "@shopify/polaris";
import { PicturedProduct } from "../PicturedProduct";

interface ProductCellProps {
  productId: number;
  title: string;
  imageUrl: string | null;
}

/** The product that a row is about, leading to what goes with it. */
export function ProductCell(product: ProductCellProps) {
  return <IndexTable.Cell className="wrapping-name"><PicturedProduct {...product} /></IndexTable.Cell>;
}
