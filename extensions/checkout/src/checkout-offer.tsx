import { useMemo } from "preact/hooks";
import type { ProductsBlock } from "../../../app/domain/placements/contract";
import type { OpenBlock } from "../../shared/block/open-block";
import type { Host } from "../../shared/host/host";
import type { BlockSettings } from "../../shared/host/settings";
import type { TextKey, Translate } from "../../shared/host/texts";
import { BlockSection } from "../../shared/view/block-section";
import { Cards } from "../../shared/view/cards";
import { ProblemBanner } from "../../shared/view/problem";
import { ProductCard } from "../../shared/view/product-card";
import { savingText } from "../../shared/view/saving";
import { Skeleton } from "../../shared/view/skeleton";
import type en from "../locales/en.default.json";
import type { Cart } from "./cart";
import { openAdding } from "./open-adding";

interface Props {
  host: Host & Cart;
  t: Translate<TextKey<typeof en>>;
  block: OpenBlock;
  settings: BlockSettings;
}

/** What goes well with the cart. Anything but products has no place before the payment. */
export function CheckoutOffer({ host, t, block, settings }: Props) {
  const state = block.state.value;
  if (state.phase === "loading") return <Skeleton heading={settings.heading} cards={settings.products} layout={settings.layout} />;
  if (state.phase === "nothing" || state.block.kind !== "products") return null;
  return <Products host={host} t={t} block={block} settings={settings} decisionId={state.decisionId} offer={state.block} />;
}

function Products({ host, t, block, settings, decisionId, offer }: Props & { decisionId: string; offer: ProductsBlock }) {
  const adding = useMemo(() => openAdding(host, block, decisionId, offer.products), [host, block, decisionId, offer]);
  const { options, adding: current, added, problem } = adding.state.value;
  const isOpen = host.instructions.value.lines.canAddCartLine;
  return (
    <BlockSection
      t={t}
      block={block}
      decisionId={decisionId}
      heading={settings.heading ?? offer.title}
      body={offer.body}
      isSeen={isOpen}
      isDeclinable={added.length === 0}
    >
      {offer.saving && <s-text type="strong">{savingText(host, t, offer.saving)}</s-text>}
      <Cards layout={settings.layout}>
        {options.map((option) => {
          const { productId, title } = option.product;
          const isAdded = added.includes(productId);
          const isFailed = problem?.productId === productId && problem.cause !== "closed";
          return (
            <ProductCard
              key={productId}
              host={host}
              t={t}
              option={option}
              currency={offer}
              layout={settings.layout}
              isLinked={false}
              isLocked={!isOpen || current !== null}
              isSettled={isAdded}
              onEvent={adding.send}
              action={isOpen && (
                <s-button
                  accessibilityLabel={t("addLabel", { title })}
                  loading={current === productId}
                  disabled={current !== null && current !== productId}
                  onClick={() => void adding.add(option)}
                >
                  {t("add")}
                </s-button>
              )}
            >
              <s-stack accessibilityRole="status">{isAdded && !isFailed && <s-text tone="success">{t("added")}</s-text>}</s-stack>
              {isFailed && problem && <ProblemBanner>{t(problem.cause)}</ProblemBanner>}
            </ProductCard>
          );
        })}
      </Cards>
      {!isOpen && <ProblemBanner>{t("closed")}</ProblemBanner>}
    </BlockSection>
  );
}
