import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { discountedPrice } from "../../domain/decisions/offerable";
import { formatMinor } from "../../domain/money/money";
import type { Discount } from "../../domain/offers/offer";
import { amount } from "../rules/form-to-leaf";
import type { ProductCard } from "./editor-data";
import type { OfferForm } from "./offer-form";
import { pickedText, picksProducts, strategyTexts } from "./strategy-text";

interface PreviewCardProps {
  form: OfferForm;
  /** The first product chosen. */
  product: ProductCard | undefined;
  /** In the place of what a strategy picks. */
  sample: ProductCard | null;
  currency: string;
}

/** The post-purchase page as customers will see it, drawn from what is typed. */
export function PreviewCard({ form, product, sample, currency }: PreviewCardProps) {
  const { kind } = form.strategy;
  if (kind === "thankYouOnly" || strategyTexts[kind].isForLater) return <NothingShown isForLater={kind !== "thankYouOnly"} />;
  return picksProducts(kind)
    ? <PagePreview form={form} product={sample ?? undefined} variantIds={[]} picked currency={currency} />
    : <PagePreview form={form} product={product} variantIds={form.products[0]?.variantIds ?? []} picked={false} currency={currency} />;
}

function NothingShown({ isForLater }: { isForLater: boolean }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Preview</Text>
        <Text as="p">
          {isForLater ? "The post-purchase page can’t show this kind of offer; the other placements do." : "Customers go straight to their order confirmation, which thanks them."}
        </Text>
      </BlockStack>
    </Card>
  );
}

interface PagePreviewProps {
  form: OfferForm;
  product: ProductCard | undefined;
  /** Those that may be chosen; empty for all. */
  variantIds: number[];
  /** The product is a sample. */
  picked: boolean;
  currency: string;
}

function PagePreview({ form, product, variantIds, picked, currency }: PagePreviewProps) {
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
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">Preview</Text>
          {picked && <Badge>{pickedText}</Badge>}
        </InlineStack>
        {picked && (
          <Text as="p" tone="subdued">{product ? `${product.title} stands here as a sample.` : "Your products will stand here once they’re imported."}</Text>
        )}
        <div className="preview" role="img" aria-label={`Preview: ${form.title || "no title yet"}, ${product?.title ?? "no product yet"}, ${text(discounted)}`}>
          <div className="preview-callout">
            <strong>{form.title || "Title shown to customers"}</strong>
            {form.body && <p>{form.body}</p>}
          </div>
          <div className="preview-product">
            {product?.imageUrl ? <img src={product.imageUrl} alt="" /> : <div className="preview-picture" />}
            <div className="preview-details">
              <strong>{product?.title ?? (picked ? "A product of yours" : "Choose a product")}</strong>
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
