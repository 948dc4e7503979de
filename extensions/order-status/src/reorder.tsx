import type { TextKey, Translate } from "../../shared/host/texts";
import { ProblemBanner } from "../../shared/view/problem";
import type en from "../locales/en.default.json";
import type { OpenReorder } from "./open-reorder";

/** The same order once more: a button first, then the way to the checkout it filled. */
export function Reorder({ t, reorder }: { t: Translate<TextKey<typeof en>>; reorder: OpenReorder }) {
  const state = reorder.state.value;
  return (
    <s-section heading={t("reorderTitle")}>
      <s-stack gap="base">
        <s-paragraph>{t("reorderBody")}</s-paragraph>
        <s-stack accessibilityRole="status">
          {state.phase === "ready" && <s-text>{t("ready")}</s-text>}
          {state.phase === "ready" && state.left > 0 && <s-text color="subdued">{t("left", { count: state.left })}</s-text>}
        </s-stack>
        {state.phase === "ready" ? (
          <s-button variant="primary" href={state.checkoutUrl}>{t("toCheckout")}</s-button>
        ) : (
          <s-button variant="secondary" loading={state.phase === "asking"} onClick={() => void reorder.start()}>{t("reorder")}</s-button>
        )}
        {state.phase === "idle" && state.problem && <ProblemBanner>{t(state.problem)}</ProblemBanner>}
      </s-stack>
    </s-section>
  );
}
