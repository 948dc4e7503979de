import type { ComponentChildren } from "preact";
import type { BlockProduct } from "../../../app/domain/placements/contract";
import type { Host } from "../host/host";
import type { Currency } from "../host/money";
import type { Translate } from "../host/texts";
import type { Option, OptionEvent } from "../products/option";
import { eventValue } from "./event-value";
import type { PriceText } from "./price";
import { Price } from "./price";
import { QuantityAndAction } from "./quantity";

export type CardText = PriceText | "option" | "quantity" | Exclude<BlockProduct["reason"], "chosen">;

interface Props {
  host: Pick<Host, "i18n">;
  t: Translate<CardText>;
  option: Option;
  currency: Currency;
  layout: "list" | "grid";
  /** Titles lead to the storefront, except where that would lead away from paying. */
  isLinked: boolean;
  isLocked: boolean;
  /** True when there is nothing to choose of it any more. */
  isSettled?: boolean;
  onEvent: (event: OptionEvent) => void;
  /** What can be done with it. */
  action: ComponentChildren;
  /** What is to be said of it. */
  children?: ComponentChildren;
}

/** A product with its price, variants and quantity. */
export function ProductCard({ host, t, option, currency, layout, isLinked, isLocked, isSettled = false, onEvent, action, children }: Props) {
  const { product, variant, quantity } = option;
  const { productId } = product;
  const imageUrl = variant.imageUrl ?? product.imageUrl;
  const canChooseVariant = product.variants.length > 1 && !isSettled;
  return (
    <s-grid accessibilityRole="list-item" gridTemplateColumns={layout === "list" ? "auto 1fr" : "1fr"} gap="base" alignItems="start">
      <Picture url={imageUrl} layout={layout} />
      <s-stack gap="small-200">
        {isLinked && product.url ? <s-link href={product.url}>{product.title}</s-link> : <s-text type="strong">{product.title}</s-text>}
        {!canChooseVariant && variant.title && <s-text color="subdued">{variant.title}</s-text>}
        <Price host={host} t={t} currency={currency} priceMinor={variant.priceMinor} discountedMinor={variant.discountedMinor} />
        {product.reason !== "chosen" && <s-text type="small" color="subdued">{t(product.reason)}</s-text>}
        {canChooseVariant && (
          <s-box maxInlineSize="320px">
            <s-select
              label={t("option")}
              value={String(variant.variantId)}
              disabled={isLocked}
              onChange={(event) => onEvent({ type: "variantChosen", productId, variantId: Number(eventValue(event)) })}
            >
              {product.variants.map(({ variantId, title }) => <s-option key={variantId} value={String(variantId)}>{title}</s-option>)}
            </s-select>
          </s-box>
        )}
        {!isSettled && (
          <QuantityAndAction
            label={t("quantity")}
            quantity={quantity}
            most={variant.maxQuantity}
            isLocked={isLocked}
            layout={layout}
            onQuantity={(wanted) => onEvent({ type: "quantityChosen", productId, quantity: wanted })}
            action={action}
          />
        )}
        {children}
      </s-stack>
    </s-grid>
  );
}

/** The title says what is on it, so it is decoration to those who listen. */
function Picture({ url, layout }: { url: string | null; layout: "list" | "grid" }) {
  if (layout === "list") return <s-product-thumbnail alt="" {...(url ? { src: url } : {})} />;
  return url ? <s-image src={url} alt="" aspectRatio="1/1" objectFit="cover" borderRadius="base" inlineSize="fill" /> : null;
}
