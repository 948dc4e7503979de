import { Coupon } from "../coupon/coupon";
import type { CouponText } from "../coupon/coupon";
import type { Host } from "../host/host";
import type { BlockSettings } from "../host/settings";
import type { Translate } from "../host/texts";
import type { PickText } from "../pick/pick-products";
import { PickProducts } from "../pick/pick-products";
import { BlockSection } from "../view/block-section";
import { Skeleton } from "../view/skeleton";
import type { OpenBlock } from "./open-block";

export type OfferText = PickText | CouponText | "viewCollection" | "decline" | "declineLabel";

interface Props {
  host: Host;
  t: Translate<OfferText>;
  block: OpenBlock;
  settings: BlockSettings;
}

/** Whatever the app offers where nothing can be added to an order any more; nothing at all when it offers nothing. */
export function Offer({ host, t, block, settings }: Props) {
  const state = block.state.value;
  if (state.phase === "nothing") return null;
  if (state.phase === "loading") return <Skeleton heading={settings.heading} cards={settings.products} layout={settings.layout} />;
  const { decisionId, block: offer, isTaken } = state;
  return (
    <BlockSection
      t={t}
      block={block}
      decisionId={decisionId}
      heading={(offer.kind === "products" && settings.heading) || offer.title}
      body={offer.body}
      isDeclinable={offer.kind !== "thanks" && !isTaken}
    >
      {offer.kind === "products" && (
        <PickProducts host={host} t={t} block={block} decisionId={decisionId} offer={offer} settings={settings} />
      )}
      {offer.kind === "coupon" && <Coupon host={host} t={t} block={block} decisionId={decisionId} offer={offer} />}
      {offer.kind === "link" && <s-button href={offer.url}>{t("viewCollection", { count: offer.productCount })}</s-button>}
    </BlockSection>
  );
}
