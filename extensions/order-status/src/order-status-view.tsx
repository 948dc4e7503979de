import type { OpenBlock } from "../../shared/block/open-block";
import { Offer } from "../../shared/block/offer";
import type { Host } from "../../shared/host/host";
import type { BlockSettings } from "../../shared/host/settings";
import type { TextKey, Translate } from "../../shared/host/texts";
import type en from "../locales/en.default.json";
import type { OpenReorder } from "./open-reorder";
import { Reorder } from "./reorder";

interface Props {
  host: Host;
  t: Translate<TextKey<typeof en>>;
  block: OpenBlock;
  settings: BlockSettings;
  /** Null where the order cannot be placed again, or the merchant wants no button. */
  reorder: OpenReorder | null;
}

/** What goes well with the order, and the same once more. */
export function OrderStatusView({ host, t, block, settings, reorder }: Props) {
  return (
    <s-stack gap="large">
      <Offer host={host} t={t} block={block} settings={settings} />
      {reorder && <Reorder t={t} reorder={reorder} />}
    </s-stack>
  );
}
