import type { Api } from "@shopify/ui-extensions/customer-account.order-index.block.render";
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { accountQuestion } from "../../shared/block/account-question";
import { Offer } from "../../shared/block/offer";
import type { OpenBlock } from "../../shared/block/open-block";
import { openBlock } from "../../shared/block/open-block";
import { blockSettings } from "../../shared/host/settings";
import { BuyAgainLink } from "./buy-again-link";
import { texts } from "./texts";

declare const shopify: Api;

/** On the list of orders: what may be due again, and the way to everything bought before. */
export default function orderIndex(): void {
  const settings = blockSettings(shopify, "account");
  const block = openBlock(shopify, Promise.resolve(accountQuestion(shopify, "order-index", settings)));
  const t = texts(shopify);
  const Link = ({ of }: { of: OpenBlock }) => (of.state.value.phase === "shown" ? <BuyAgainLink t={t} /> : null);
  render(
    <s-stack gap="base">
      <Offer host={shopify} t={t} block={block} settings={settings} />
      <Link of={block} />
    </s-stack>,
    document.body,
  );
}
