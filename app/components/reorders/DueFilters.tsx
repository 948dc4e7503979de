import { Box, InlineGrid, Select } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

interface DueFiltersProps {
  params: URLSearchParams;
  products: { id: number; title: string; dues: number }[];
  /** An empty text takes a filter away. */
  onChange: (name: "product" | "due" | "who", value: string) => void;
}

/** Filters of the list of dues; what is chosen stands in the address. */
export function DueFilters({ params, products, onChange }: DueFiltersProps) {
  const { t } = useTranslation();
  const chosen = params.get("product") ?? "";
  const listed = products.some(({ id }) => String(id) === chosen) || chosen === "" ? [] : [{ value: chosen, label: t("reorders:filter.otherProduct") }];
  return (
    <Box padding="300">
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
        <Select
          label={t("reorders:filter.product")} value={chosen} onChange={(value) => onChange("product", value)}
          options={[{ value: "", label: t("reorders:filter.allProducts") }, ...listed, ...products.map(({ id, title, dues }) => ({ value: String(id), label: t("reorders:filter.productDues", { title, count: dues }) }))]}
        />
        <Select
          label={t("reorders:filter.due")} value={params.get("due") ?? ""} onChange={(value) => onChange("due", value)}
          options={[{ value: "", label: t("reorders:filter.anyTime") }, { value: "now", label: t("reorders:due.now") }, { value: "later", label: t("reorders:due.later") }]}
        />
        <Select
          label={t("reorders:filter.who")} value={params.get("who") ?? ""} onChange={(value) => onChange("who", value)}
          options={[{ value: "", label: t("reorders:filter.everybody") }, { value: "customers", label: t("reorders:filter.customers") }, { value: "guests", label: t("reorders:filter.guests") }]}
        />
      </InlineGrid>
    </Box>
  );
}
