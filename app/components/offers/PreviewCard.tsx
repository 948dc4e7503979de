import { BlockStack, Card, Text } from "@shopify/polaris";
import { discountedPrice } from "../../domain/decisions/offerable";
import { formatMinor } from "../../domain/money/money";
import type { Discount } from "../../domain/offers/offer";
import { amount } from "../rules/form-to-leaf";
import type { ProductCard } from "./editor-data";
import type { OfferForm } from "./offer-form";

interface PreviewCardProps {
  form: OfferForm;
  /** The first product chosen. */
  product: ProductCard | undefined;
  currency: string;
}

/** The post-purchase page as customers will see it, drawn from what is typed. */
export function PreviewCard({ form, product, currency }: PreviewCardProps) {
  const variantIds = form.products[0]?.variantIds ?? [];
  const variants = product?.variants.filter(({ id }) => variantIds.length === 0 || variantIds.includes(id)) ?? [];
  const price = variants[0]?.priceMinor ?? 0;
  const discounted = discountedPrice(price, discountTyped(form, currency));
  const shippingTyped = amount(form.shipping, currency) ?? 0;
  const shipping = form.discountKind === "freeShipping" || Number.isNaN(shippingTyped) ? 0 : shippingTyped;
  const text = (minor: number) => formatMinor(minor, currency, "en");
  const limit = form.discountKind === "fixed" ? 1 : Number(form.quantityLimit);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Preview</Text>
        <div className="preview" role="img" aria-label={`Preview: ${form.title || "no title yet"}, ${product?.title ?? "no product yet"}, ${text(discounted)}`}>
          <div className="preview-callout">
            <strong>{form.title || "Title shown to customers"}</strong>
            {form.body && <p>{form.body}</p>}
          </div>
          <div className="preview-product">
            {product?.imageUrl ? <img src={product.imageUrl} alt="" /> : <div className="preview-picture" />}
            <div className="preview-details">
              <strong>{product?.title ?? "Choose a product"}</strong>
              <span className="preview-price">
                {discounted < price && <s>{text(price)}</s>} <b>{text(discounted)}</b>
              </span>
              {variants.length > 1 && <span className="preview-field">{variants[0]?.title}<i>▾</i></span>}
              {limit > 1 && <span className="preview-field">Quantity 1<i>▾</i></span>}
              <span className="preview-line"><span>Subtotal</span><span>{text(price)}</span></span>
              {discounted < price && <span className="preview-line"><span>Discount</span><span>{`−${text(price - discounted)}`}</span></span>}
              <span className="preview-line"><span>Shipping</span><span>{shipping === 0 ? "Free" : text(shipping)}</span></span>
              <span className="preview-line"><span>Tax</span><span>by Shopify</span></span>
              <span className="preview-line preview-total"><span>Total to pay</span><span>{text(discounted + shipping)}</span></span>
              <span className="preview-accept">{`Pay now · ${text(discounted + shipping)}`}</span>
              <span className="preview-decline">No, thank you</span>
            </div>
          </div>
        </div>
        <Text as="p" tone="subdued">
          Shopify adds tax before your customer decides. Labels are fixed and appear in your customer’s language; your title and text appear as you
          write them.
        </Text>
      </BlockStack>
    </Card>
  );
}

/** The discount as far as it is typed; none while it is typed wrongly. */
function discountTyped(form: OfferForm, currency: string): Discount {
  if (form.discountKind === "percentage") {
    const percent = Number(form.percent);
    return Number.isInteger(percent) && percent > 0 && percent <= 100 ? { kind: "percentage", percent } : { kind: "none" };
  }
  if (form.discountKind === "fixed") {
    const amountMinor = amount(form.amountOff, currency);
    return amountMinor !== undefined && amountMinor > 0 ? { kind: "fixed", amountMinor } : { kind: "none" };
  }
  return { kind: form.discountKind };
}
