import type { OpenBlock } from "../../shared/block/open-block";
import { Offer } from "../../shared/block/offer";
import type { Host } from "../../shared/host/host";
import type { BlockSettings } from "../../shared/host/settings";
import type { TextKey, Translate } from "../../shared/host/texts";
import type en from "../locales/en.default.json";
import { BuyAgainLink } from "./buy-again-link";

interface Props {
  host: Host;
  t: Translate<TextKey<typeof en>>;
  block: OpenBlock;
  settings: BlockSettings;
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
