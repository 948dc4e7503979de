import type { OpenBlock } from "../../shared/block/open-block";
import { Offer } from "../../shared/block/offer";
import type { Host } from "../../shared/host/host";
import type { BlockSettings } from "../../shared/host/settings";
import { withLook } from "../../shared/host/settings";
import type { TextKey, Translate } from "../../shared/host/texts";
import type en from "../locales/en.default.json";
import { BuyAgainLink } from "./buy-again-link";
import { texts } from "./texts";

interface Props {
  host: Host;
  t: Translate<TextKey<typeof en>>;
  block: OpenBlock;
  settings: BlockSettings;
}

/** The block as the shop has set it, which the answer tells: nothing of the shop's can be read here. */
export function OrderIndex({ host, block, settings }: Omit<Props, "t">) {
  const state = block.state.value;
  const own = withLook(host, settings, state.phase === "shown" ? state.look : undefined);
  return <OrderIndexView host={host} t={texts(host, own.words)} block={block} settings={own} />;
}

/** What may be due again, and with it the way to everything bought before. */
export function OrderIndexView({ host, t, block, settings }: Props) {
  return (
    <s-stack gap="base">
      <Offer host={host} t={t} block={block} settings={settings} />
      {block.state.value.phase === "shown" && <BuyAgainLink t={t} />}
    </s-stack>
  );
}
