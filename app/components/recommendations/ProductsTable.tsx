import { Card, EmptySearchResult, Icon, IndexTable, TextField } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProductCell } from "./ProductCell";

export interface ProductLine {
  id: number;
  title: string;
  productType: string;
  imageUrl: string | null;
}

interface ProductsTableProps {
  products: ProductLine[];
  search: string;
  onSearch: (text: string) => void;
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
}

/** Every product by title, each leading to what goes with it. */
export function ProductsTable({ products, search, onSearch, loading, pagination }: ProductsTableProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => products.map((product, index) => (
    <IndexTable.Row key={product.id} id={String(product.id)} position={index}>
      <ProductCell productId={product.id} title={product.title} imageUrl={product.imageUrl} />
      <IndexTable.Cell>{product.productType}</IndexTable.Cell>
    </IndexTable.Row>
  )), [products]);
  return (
    <Card padding="0">
      <div className="table-search">
        <ProductSearch search={search} onSearch={onSearch} />
      </div>
      <IndexTable
        resourceName={{ singular: t("recommendations:products.one"), plural: t("recommendations:products.many") }} itemCount={products.length} selectable={false} loading={loading} headings={[{ title: t("recommendations:products.product") }, { title: t("recommendations:products.type") }]}
        emptyState={<EmptySearchResult title={t("recommendations:products.noneTitle")} description={t("recommendations:products.noneText")} />}
        {...(pagination && { pagination })}
      >
        {rows}
      </IndexTable>
    </Card>
  );
}

/** Apart from the table, which need not follow every key. */
function ProductSearch({ search, onSearch }: Pick<ProductsTableProps, "search" | "onSearch">) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const look = (text: string) => {
    setTyped(text);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => onSearch(text.trim()), 300);
  };
  return (
    <TextField
      label={t("recommendations:products.search")} labelHidden autoComplete="off" placeholder={t("recommendations:products.placeholder")} prefix={<Icon source={SearchIcon} />}
      value={typed} onChange={look} clearButton onClearButtonClick={() => look("")}
    />
  );
}
