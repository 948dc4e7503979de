import { useMemo } from "preact/hooks";
import type { ProductsBlock } from "../../../app/domain/placements/contract";
import type { Problem } from "../app/problem";
import type { OpenBlock } from "../block/open-block";
import type { Host } from "../host/host";
import type { BlockSettings } from "../host/settings";
import type { Translate } from "../host/texts";
import { Cards } from "../view/cards";
import type { CardText } from "../view/product-card";
import { ProductCard } from "../view/product-card";
import { ProblemBanner } from "../view/problem";
import type { SavingText } from "../view/saving";
import { savingText } from "../view/saving";
import { openPick } from "./open-pick";

type ButtonText = "pick" | "pickLabel" | "prepare" | "toCheckout";
export type PickText = CardText | SavingText | Problem | ButtonText | "newCheckout" | "ready";

interface Props {
  host: Host;
  t: Translate<PickText>;
  block: OpenBlock;
  decisionId: string;
  offer: ProductsBlock;
  settings: BlockSettings;
}

/** Products to pick from. Nothing is picked beforehand, and a checkout of their own is the only place where they cost anything. */
export function PickProducts({ host, t, block, decisionId, offer, settings }: Props) {
  const pick = useMemo(() => openPick(host, block, decisionId, offer.products), [host, block, decisionId, offer]);
  const { options, picked, phase, checkoutUrl, problem } = pick.state.value;
  return (
    <s-stack gap="base">
      {offer.saving && <s-text type="strong">{savingText(host, t, offer.saving)}</s-text>}
      <Cards layout={settings.layout}>
        {options.map((option) => {
          const { productId, title } = option.product;
          const isPicked = picked.includes(productId);
          return (
            <ProductCard
              key={productId}
              host={host}
              t={t}
              option={option}
              currency={offer}
              layout={settings.layout}
              isLinked
              isLocked={phase === "asking"}
              onEvent={pick.send}
              action={
                <s-checkbox
                  label={t("pick")}
                  accessibilityLabel={t("pickLabel", { title })}
                  checked={isPicked}
                  disabled={phase === "asking"}
                  onChange={() => pick.send({ type: "toggled", productId })}
                />
              }
            />
          );
        })}
      </Cards>
      {problem && <ProblemBanner>{t(problem)}</ProblemBanner>}
      {picked.length > 0 && !checkoutUrl && (
        <s-button variant="primary" loading={phase === "asking"} onClick={() => void pick.prepare()}>
          {t("prepare", { count: picked.length })}
        </s-button>
      )}
      <s-stack accessibilityRole="status">{checkoutUrl && <s-text>{t("ready")}</s-text>}</s-stack>
      {checkoutUrl && <s-button variant="primary" href={checkoutUrl}>{t("toCheckout")}</s-button>}
      {picked.length > 0 && <s-text type="small" color="subdued">{t("newCheckout")}</s-text>}
    </s-stack>
  );
}
