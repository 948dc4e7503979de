import { Card, EmptySearchResult, Icon, IndexTable, Select, Text, TextField } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { SearchIcon } from "@shopify/polaris-icons";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { productSorts } from "../../domain/recommendations/product-listing";
import type { ProductSort } from "../../domain/recommendations/product-listing";
import { countText } from "../../i18n/values";
import { ProductCell } from "./ProductCell";

export interface ProductLine {
  id: number;
  title: string;
  productType: string;
  imageUrl: string | null;
  /** That held it. */
  orders: number;
}

interface ProductsTableProps {
  products: ProductLine[];
  search: string;
  onSearch: (text: string) => void;
  sort: ProductSort;
  onSort: (sort: ProductSort) => void;
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
}

/** Every product, each leading to what goes with it. */
export function ProductsTable({ products, search, onSearch, sort, onSort, loading, pagination }: ProductsTableProps) {
  const { t } = useTranslation();
  const rows = useMemo(() => products.map((product, index) => (
    <IndexTable.Row key={product.id} id={String(product.id)} position={index}>
      <ProductCell productId={product.id} title={product.title} imageUrl={product.imageUrl} />
      <IndexTable.Cell>{product.productType}</IndexTable.Cell>
      <IndexTable.Cell><Text as="span" alignment="end" numeric>{countText(t, product.orders)}</Text></IndexTable.Cell>
    </IndexTable.Row>
  )), [products, t]);
  return (
    <Card padding="0">
      <div className="table-search">
        <div><ProductSearch search={search} onSearch={onSearch} /></div>
        <Select
          label={t("recommendations:products.sort")} labelInline value={sort} onChange={onSort}
          options={productSorts.map((value) => ({ value, label: t(`recommendations:products.sortBy.${value}`) }))}
        />
      </div>
      <IndexTable
        resourceName={{ singular: t("recommendations:products.one"), plural: t("recommendations:products.many") }} itemCount={products.length} selectable={false} loading={loading} headings={[{ title: t("recommendations:products.product") }, { title: t("recommendations:products.type") }, { title: t("recommendations:products.orders"), alignment: "end" }]}
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
