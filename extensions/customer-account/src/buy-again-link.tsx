import type { Translate } from "../../shared/host/texts";

/** To the full page, which Shopify keeps in an extension of its own. */
export function BuyAgainLink({ t }: { t: Translate<"seeAll"> }) {
  return <s-link href="extension:encore-buy-again/">{t("seeAll")}</s-link>;
}
