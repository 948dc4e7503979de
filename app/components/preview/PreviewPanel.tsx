import { BlockStack, Button, ButtonGroup, InlineStack, Modal, Select, Text } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PreviewedBlockSettings, PreviewedPlacement, SampleOrder } from "../../domain/preview/contract";
import { ShopperLanguage, shopperLanguages } from "../../domain/placements/shopper-language";
import { PreviewStage } from "./PreviewStage";
import type { FrameSize, Screen } from "./frame-size";
import { frameSize, roomOf, screens } from "./frame-size";
import { SampleOrderField } from "./SampleOrderField";
import { usePreview, useSampleOrders } from "./use-preview";

export interface PreviewPanelProps {
  /** As typed; null for the placement's own offer. */
  draft: unknown;
  /** Where it can be looked at, at least one place. */
  placements: readonly [PreviewedPlacement, ...PreviewedPlacement[]];
  /** How blocks are set while that is edited; left out: as saved. */
  look?: (language: ShopperLanguage) => PreviewedBlockSettings;
  /** Told which screen is chosen. */
  onScreen?: (screen: Screen) => void;
}

const none: readonly SampleOrder[] = [];

/** What shoppers will see, drawn by the extensions themselves: at a placement, on a screen, in a language, for an order. */
export function PreviewPanel({ draft, placements, look, onScreen }: PreviewPanelProps) {
  const { t, i18n } = useTranslation();
  const [wanted, setPlacement] = useState<PreviewedPlacement>(placements[0]);
  const [language, setLanguage] = useState<ShopperLanguage>(() => ShopperLanguage.catch("en").parse(i18n.language));
  const [screen, setScreen] = useState<Screen>("phone");
  const [wantedOrder, setWantedOrder] = useState<SampleOrder | null>(null);
  const [large, setLarge] = useState(false);
  const orders = useSampleOrders();
  // What is no longer chosen cannot be looked at.
  const placement = placements.includes(wanted) ? wanted : placements[0];
  const set = look?.(language);
  const preview = usePreview({ draft, placement, language, orderId: wantedOrder?.id ?? null, room: set?.products ?? null });
  // Until somebody chooses, the app finds an order that something can be drawn for.
  const order = wantedOrder ?? orders.reply?.find(({ id }) => id === preview.reply?.orderId) ?? null;
  const hasOrders = orders.reply === null ? !orders.failed : orders.reply.length > 0;
  const show = (chosen: Screen) => {
    setScreen(chosen);
    onScreen?.(chosen);
  };
  const size = frameSize(placement, screen, false);
  const options = useMemo(() => ({
    placements: placements.map((value) => ({ value, label: t(`common:placement.${value}`) })),
    languages: shopperLanguages.map((value) => ({ value, label: t(`common:language.${value}`) })),
  }), [placements, t]);
  const stage = (room: FrameSize) => (
    <PreviewStage placement={placement} asked={preview} look={set ?? null} orderName={order?.name ?? null} size={room} />
  );
  const screenChoice = (
    <ButtonGroup variant="segmented">
      {screens.map((value) => (
        <Button key={value} pressed={screen === value} onClick={() => show(value)}>{t(`placements:preview.${value}`)}</Button>
      ))}
    </ButtonGroup>
  );
  return (
    <BlockStack gap="300">
      {placements.length > 1 && (
        <Select label={t("placements:preview.placement")} options={options.placements} value={placement} onChange={(value) => setPlacement(placements.find((known) => known === value) ?? placement)} />
      )}
      <Select label={t("placements:preview.language")} options={options.languages} value={language} onChange={(value) => setLanguage(ShopperLanguage.catch("en").parse(value))} />
      {hasOrders && <SampleOrderField orders={orders.reply ?? none} chosen={order} onChoose={setWantedOrder} />}
      <InlineStack align="space-between" blockAlign="center" gap="200">
        {screenChoice}
        <Button variant="plain" onClick={() => setLarge(true)}>{t("placements:preview.enlarge")}</Button>
      </InlineStack>
      {large ? <div style={roomOf(size)} /> : stage(size)}
      {placement === "post-purchase" && <Text as="p" tone="subdued">{t("placements:preview.tax")}</Text>}
      <Modal open={large} size="large" title={t("placements:preview.titleAt", { placement: t(`common:placement.${placement}`) })} onClose={() => setLarge(false)}>
        <Modal.Section>
          {/* Also what the keyboard stands on where the dialog scrolls. */}
          <BlockStack gap="300">{screenChoice}{large && stage(frameSize(placement, screen, true))}</BlockStack>
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
}
