import { Banner, BlockStack, Button, SkeletonBodyText, Text } from "@shopify/polaris";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FrameContent, PreviewedBlockSettings, PreviewedPlacement, PreviewReply } from "../../domain/preview/contract";
import type { ShopperLanguage } from "../../domain/placements/shopper-language";
import { DrawnFrame } from "./DrawnFrame";
import { ScaledFrame } from "./ScaledFrame";
import type { FrameSize } from "./frame-size";
import { roomOf } from "./frame-size";
import { nothingTexts } from "./preview-texts";
import type { Asked } from "./use-preview";

interface PreviewStageProps {
  placement: PreviewedPlacement;
  asked: Asked<PreviewReply>;
  /** While it is edited; null for what is saved. */
  look: PreviewedBlockSettings | null;
  orderName: string | null;
  size: FrameSize;
}

/** The drawing itself, or why there is none; it always takes the same room. */
export function PreviewStage({ placement, asked, look, orderName, size }: PreviewStageProps) {
  const { t } = useTranslation();
  const { reply, waiting, failed, retry } = asked;
  const [drawn, setDrawn] = useState(false);
  const [broken, setBroken] = useState(false);
  const onDrawn = useCallback(() => {
    setDrawn(true);
    setBroken(false);
  }, []);
  const onFailed = useCallback(() => setBroken(true), []);
  const content = useMemo(() => reply && frameContent(reply, look), [reply, look]);
  const title = t("placements:preview.titleAt", { placement: t(`common:placement.${placement}`) });
  const preview = reply?.preview;
  const isFailed = failed || broken;
  return (
    <BlockStack gap="200">
      <div className="preview-stage" aria-busy={waiting} style={roomOf(size)}>
        {isFailed && (
          <Banner tone="warning">
            <BlockStack gap="200" inlineAlign="start">
              <Text as="p">{t("placements:preview.failed")}</Text>
              <Button onClick={retry}>{t("placements:preview.retry")}</Button>
            </BlockStack>
          </Banner>
        )}
        {!isFailed && preview?.kind === "nothing" && (
          <div className="preview-nothing">
            <BlockStack gap="200">
              <Text as="p" fontWeight="semibold">{t("placements:preview.nothingTitle")}</Text>
              {nothingTexts(t, preview.why).map((text) => <Text as="p" key={text}>{text}</Text>)}
            </BlockStack>
          </div>
        )}
        {!isFailed && preview?.kind === "html" && <ScaledFrame title={title} source={htmlDocument(preview.html, reply?.language ?? "en")} sandbox="" size={size} />}
        {!failed && content && (
          <div hidden={broken}>
            <DrawnFrame title={title} content={content} size={size} onDrawn={onDrawn} onFailed={onFailed} />
          </div>
        )}
        {!isFailed && (!reply || (content && !drawn)) && (
          <div className="preview-waiting"><SkeletonBodyText lines={12} /></div>
        )}
      </div>
      {reply?.meetsRule === false && orderName !== null && preview?.kind !== "nothing" && (
        <Text as="p" tone="subdued">{t("placements:preview.ruleNotMet", { name: orderName })}</Text>
      )}
      {reply && reply.offerName !== null && <Text as="p" tone="subdued">{t("placements:preview.ofOffer", { name: reply.offerName })}</Text>}
    </BlockStack>
  );
}

/** What the drawing needs; null where the extensions draw nothing. */
function frameContent({ preview, placement, language, look: saved }: PreviewReply, edited: PreviewedBlockSettings | null): FrameContent | null {
  if (preview.kind === "page" && placement === "post-purchase") return { view: placement, language, offer: preview.offer };
  if (preview.kind !== "block" || placement === "post-purchase" || placement === "e-mail" || placement === "receipt") return null;
  const { block } = preview;
  const settings = edited ?? saved ?? { heading: null, products: 3, layout: "list", words: {} };
  // Nothing else has a price; XXX is no currency (ISO 4217).
  const currency = block.kind === "products" ? block.currency : "XXX";
  return { view: placement, language, currency, block, settings };
}

/** The theme's type is not known; a plain one stands for it. */
function htmlDocument(html: string, language: ShopperLanguage): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>body{margin:0;font:16px/1.5 system-ui,sans-serif}.button{padding:.5rem 1rem}</style></head><body>${html}</body></html>`;
}
