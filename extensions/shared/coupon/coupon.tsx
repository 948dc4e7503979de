import { useMemo } from "preact/hooks";
import type { Block } from "../../../app/domain/placements/contract";
import type { Problem } from "../app/problem";
import type { OpenBlock } from "../block/open-block";
import type { Host } from "../host/host";
import { formatMinor } from "../host/money";
import type { Translate } from "../host/texts";
import { ProblemBanner } from "../view/problem";
import type { SavingText } from "../view/saving";
import { savingText } from "../view/saving";
import type { CouponState } from "./coupon-state";
import { openCoupon } from "./open-coupon";

type Terms = "minimum" | "validFor" | "usedOnce" | "validUntil";
export type CouponText = SavingText | Problem | Terms | "showCode" | "yourCode" | "copyCode" | "toShop";
type CouponBlock = Extract<Block, { kind: "coupon" }>;

interface Props {
  host: Host;
  t: Translate<CouponText>;
  block: OpenBlock;
  decisionId: string;
  offer: CouponBlock;
}

/** A coupon with its terms before its code: what it is worth, from which amount, how long and how often. */
export function Coupon({ host, t, block, decisionId, offer }: Props) {
  const coupon = useMemo(() => openCoupon(host, block, decisionId), [host, block, decisionId]);
  const state = coupon.state.value;
  const { minSubtotal: least } = offer;
  return (
    <s-stack gap="base">
      <s-text type="strong">{savingText(host, t, offer.saving)}</s-text>
      {state.phase === "revealed" ? (
        <Revealed host={host} t={t} state={state} />
      ) : (
        <s-button loading={state.phase === "asking"} onClick={() => void coupon.reveal()}>{t("showCode")}</s-button>
      )}
      {state.phase === "hidden" && state.problem && <ProblemBanner>{t(state.problem)}</ProblemBanner>}
      <s-text type="small" color="subdued">
        {[
          state.phase !== "revealed" && t("validFor", { count: offer.validDays }),
          least && t("minimum", { amount: formatMinor(host, least.minor, { currency: least.currency, currencyExponent: least.exponent }) }),
          t("usedOnce"),
        ].filter(Boolean).join(" ")}
      </s-text>
    </s-stack>
  );
}

interface RevealedProps {
  host: Host;
  t: Translate<CouponText>;
  state: Extract<CouponState, { phase: "revealed" }>;
}

function Revealed({ host, t, state }: RevealedProps) {
  return (
    <s-stack gap="small-200" accessibilityRole="status">
      <s-text color="subdued">{t("yourCode")}</s-text>
      <s-heading>{state.code}</s-heading>
      <s-text>{t("validUntil", { date: host.i18n.formatDate(new Date(state.expiresAt), { dateStyle: "long" }) })}</s-text>
      <s-stack direction="inline" gap="base">
        <s-button command="--copy" commandFor="encore-coupon">{t("copyCode")}</s-button>
        <s-button variant="secondary" href={state.shopUrl}>{t("toShop")}</s-button>
      </s-stack>
      <s-clipboard-item id="encore-coupon" text={state.code} />
    </s-stack>
  );
}
