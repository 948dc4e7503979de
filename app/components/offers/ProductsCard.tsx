import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Button, ButtonGroup, Card, InlineError, InlineStack, Text, Thumbnail } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, ImageIcon, SearchIcon, XIcon } from "@shopify/polaris-icons";
import type { TFunction } from "i18next";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { parseMinor } from "../../domain/money/money";
import type { OfferedProduct } from "../../domain/offers/offer";
import { productBadge } from "../decisions/reason-text";
import { gidOf, idFromGid } from "../rules/picked-resources";
import type { CardProps } from "./card-props";
import type { ProductCard } from "./editor-data";
import { priceText } from "./price-text";

const mostProducts = 50;

interface ProductsCardProps extends CardProps<"products"> {
  currency: string;
  known: ReadonlyMap<number, ProductCard>;
  learn: (cards: ProductCard[]) => void;
}

export const ProductsCard = memo(function ProductsCard({ products, change, messageAt, currency, known, learn }: ProductsCardProps) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const error = messageAt("products");

  const pick = async () => {
    const picked = await shopify.resourcePicker({
      type: "product",
      action: "select",
      multiple: mostProducts,
      filter: { hidden: false, draft: false, archived: false },
      selectionIds: products.map(({ productId, variantIds }) => ({
        id: gidOf("product", productId),
        ...(variantIds.length > 0 && { variants: variantIds.map((id) => ({ id: gidOf("variant", id) })) }),
      })),
    });
    if (!picked) return;
    const chosen = picked.map((product) => {
      const variants = product.variants.flatMap(({ id, title, price }) =>
        id === undefined ? [] : [{ id: idFromGid(id), title: title ?? "", priceMinor: minorOf(String(price), currency) }]);
      const id = idFromGid(product.id);
      const old = known.get(id);
      const card: ProductCard = {
        id, title: product.title, imageUrl: product.images[0]?.originalSrc ?? old?.imageUrl ?? null, variants, problem: old?.problem ?? null,
      };
      const entry: OfferedProduct = {
        productId: id,
        variantIds: variants.length < product.totalVariants ? variants.map((variant) => variant.id) : [],
      };
      return { card, entry };
    });
    learn(chosen.map(({ card }) => card));
    // The order already set by hand stays; new products go last.
    const place = (productId: number) => {
      const index = products.findIndex((product) => product.productId === productId);
      return index < 0 ? products.length : index;
    };
    change({ products: chosen.map(({ entry }) => entry).sort((a, b) => place(a.productId) - place(b.productId)) });
  };

  const move = (index: number, by: -1 | 1) => {
    const moved = products[index];
    if (!moved) return;
    const rest = products.filter((_, at) => at !== index);
    change({ products: [...rest.slice(0, index + by), moved, ...rest.slice(index + by)] });
  };

  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">{t("offers:products.title")}</Text>
          <span data-place="products"><Button icon={SearchIcon} onClick={() => void pick()}>{t(products.length === 0 ? "offers:products.choose" : "offers:products.change")}</Button></span>
        </InlineStack>
        <Text as="p" tone="subdued">{t("offers:products.about")}</Text>
        {error && <InlineError message={error} fieldID="offer-products" />}
        {products.length > 0 && (
          <ol className="product-list" id="offer-products">
            {products.map((product, index) => {
              const card = known.get(product.productId);
              const title = card?.title ?? t("offers:product.numbered", { id: product.productId });
              return (
                <li key={product.productId}>
                  <InlineStack gap="300" blockAlign="center" wrap={false}>
                    <Thumbnail source={card?.imageUrl ?? ImageIcon} alt="" size="small" />
                    <div className="product-list-text">
                      <BlockStack gap="050">
                        <Text as="span" fontWeight="medium">{title}</Text>
                        <Text as="span" tone="subdued">{[card && priceText(t, card.variants, currency), variantNote(t, product, card)].filter(Boolean).join(" · ")}</Text>
                        {card?.problem && <span><Badge tone="warning">{productBadge(t, card.problem)}</Badge></span>}
                      </BlockStack>
                    </div>
                    <ButtonGroup gap="extraTight">
                      <Button icon={ArrowUpIcon} variant="tertiary" disabled={index === 0} accessibilityLabel={t("offers:move.up", { name: title })} onClick={() => move(index, -1)} />
                      <Button icon={ArrowDownIcon} variant="tertiary" disabled={index === products.length - 1} accessibilityLabel={t("offers:move.down", { name: title })} onClick={() => move(index, 1)} />
                      <Button icon={XIcon} variant="tertiary" accessibilityLabel={t("offers:move.remove", { name: title })} onClick={() => change({ products: products.filter((_, at) => at !== index) })} />
                    </ButtonGroup>
                  </InlineStack>
                </li>
              );
            })}
          </ol>
        )}
      </BlockStack>
    </Card>
  );
});

function variantNote(t: TFunction, product: OfferedProduct, card: ProductCard | undefined): string {
  const count = product.variantIds.length;
  if (count > 0) return t("offers:products.variants", { count });
  const all = card?.variants.length ?? 0;
  return all > 1 ? t("offers:products.allVariants", { count: all }) : "";
}

/** The picker's price is the store's; a form of it that can't be read shows as 0 until the saved offer is loaded. */
function minorOf(price: string, currency: string): number {
  try {
    return parseMinor(price, currency);
  } catch {
    return 0;
  }
}
