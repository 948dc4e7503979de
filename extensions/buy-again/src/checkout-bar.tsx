import { ProblemBanner } from "../../shared/view/problem";
import type { OpenPage } from "./open-page";
import type { Text } from "./row-view";

/** What is chosen, and the way to the checkout that is filled with it. */
export function CheckoutBar({ t, page }: { t: Text; page: OpenPage }) {
  const { rows, checkout } = page.state.value;
  if (checkout.phase === "none") return null;
  return (
    <s-section>
      <s-stack gap="base">
        <s-stack accessibilityRole="status">
          <s-text>{t("chosen", { count: rows.filter(({ isChosen }) => isChosen).length })}</s-text>
        </s-stack>
        {checkout.phase === "failed" && <ProblemBanner>{t(checkout.problem)}</ProblemBanner>}
        {checkout.phase === "ready" && checkout.left.length > 0 && (
          <ProblemBanner>{`${t("left", { count: checkout.left.length })} ${checkout.left.join(", ")}`}</ProblemBanner>
        )}
        {checkout.phase === "preparing" && (
          <s-button variant="primary" loading accessibilityLabel={t("preparing")}>{t("toCheckout")}</s-button>
        )}
        {checkout.phase === "ready" && <s-button variant="primary" href={checkout.url}>{t("toCheckout")}</s-button>}
        {checkout.phase === "failed" && <s-button variant="primary" onClick={() => page.prepareAgain()}>{t("retry")}</s-button>}
        <s-text type="small" color="subdued">{t("newCheckout")}</s-text>
      </s-stack>
    </s-section>
  );
}
