import type { Host } from "../../shared/host/host";
import type { Currency } from "../../shared/host/money";
import { formatMinor } from "../../shared/host/money";
import type { TextKey, Translate } from "../../shared/host/texts";
import { eventValue } from "../../shared/view/event-value";
import { QuantityAndAction } from "../../shared/view/quantity";
import type en from "../locales/en.default.json";
import type { Row, RowEvent } from "./row";
import { plansOf } from "./row";

export type Text = Translate<TextKey<typeof en>>;

interface Props {
  host: Pick<Host, "i18n">;
  t: Text;
  row: Row;
  currency: Currency;
  today: string;
  onChange: (change: RowEvent) => void;
}

/** A product that was bought before: what it cost then and costs now, and how to have it again. */
export function RowView({ host, t, row, currency, today, onChange }: Props) {
  const { bought, offered, variant } = row;
  const imageUrl = bought.variant?.imageUrl ?? bought.imageUrl;
  return (
    <s-grid accessibilityRole="list-item" gridTemplateColumns="auto 1fr" gap="base" alignItems="start">
      <s-product-thumbnail alt="" {...(imageUrl ? { src: imageUrl } : {})} />
      <s-stack gap="small-200">
        <s-stack direction="inline" gap="small-200" alignItems="center">
          <s-text type="strong">{bought.title}</s-text>
          <Standing host={host} t={t} row={row} today={today} />
        </s-stack>
        {bought.variant?.title && <s-text color="subdued">{bought.variant.title}</s-text>}
        <s-text color="subdued">
          {t("lastBought", { date: host.i18n.formatDate(new Date(bought.lastBoughtAt), { dateStyle: "medium" }) })}
          {" · "}
          {t("lastPrice", { amount: formatMinor(host, bought.lastPaidMinor, currency) })}
        </s-text>
        {offered?.isAlternative && <s-text>{t("instead", { title: bought.title, alternative: offered.title })}</s-text>}
        {offered && variant && (
          <s-stack gap="small-200">
            <s-text type="strong">{t("today", { amount: formatMinor(host, variant.discountedMinor, currency) })}</s-text>
            <Choices t={t} row={row} onChange={onChange} />
          </s-stack>
        )}
      </s-stack>
    </s-grid>
  );
}

/** What there is to know of it before anything else: due, sold out, no longer sold. Days are compared, not hours. */
function Standing({ host, t, row: { bought }, today }: Pick<Props, "host" | "t" | "row" | "today">) {
  if (!bought.variant) return <s-badge>{t("notSold")}</s-badge>;
  if (bought.variant.maxQuantity < 1) return <s-badge tone="critical">{t("outOfStock")}</s-badge>;
  if (!bought.due) return null;
  if (bought.due.from <= today) return <s-badge>{t("dueNow")}</s-badge>;
  // Days carry no time: read and written as UTC they stay the same day everywhere.
  const date = host.i18n.formatDate(new Date(`${bought.due.from.slice(0, 10)}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  return <s-badge>{t("dueFrom", { date })}</s-badge>;
}

function Choices({ t, row, onChange }: Pick<Props, "t" | "row" | "onChange">) {
  const { offered, variant, quantity, sellingPlanId, isChosen } = row;
  if (!offered || !variant) return null;
  const plans = plansOf(row);
  const plan = plans.find(({ id }) => id === sellingPlanId);
  return (
    <s-stack gap="small-200" maxInlineSize="320px">
      {offered.variants.length > 1 && (
        <s-select
          label={t("option")}
          value={String(variant.variantId)}
          onChange={(event) => onChange({ type: "variantChosen", variantId: Number(eventValue(event)) })}
        >
          {offered.variants.map(({ variantId, title }) => <s-option key={variantId} value={String(variantId)}>{title}</s-option>)}
        </s-select>
      )}
      {plans.length > 0 && (
        <s-select
          label={t("howOften")}
          value={String(sellingPlanId ?? "")}
          onChange={(event) => onChange({ type: "planChosen", sellingPlanId: Number(eventValue(event)) || null })}
        >
          <s-option value="">{t("once")}</s-option>
          {plans.map(({ id, name }) => <s-option key={id} value={String(id)}>{name}</s-option>)}
        </s-select>
      )}
      {plan ? (
        <s-stack direction="inline">
          <s-button href={plan.url} accessibilityLabel={t("subscribeLabel", { title: offered.title })}>{t("subscribe")}</s-button>
        </s-stack>
      ) : (
        <QuantityAndAction
          label={t("quantity")}
          quantity={quantity}
          most={variant.maxQuantity}
          isLocked={false}
          layout="list"
          onQuantity={(wanted) => onChange({ type: "quantityChosen", quantity: wanted })}
          action={
            <s-checkbox
              label={t("pick")}
              accessibilityLabel={t("pickLabel", { title: offered.title })}
              checked={isChosen}
              onChange={() => onChange({ type: "toggled" })}
            />
          }
        />
      )}
    </s-stack>
  );
}
