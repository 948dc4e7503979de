import type { CSSProperties } from "react";
import type { PreviewedPlacement } from "../../domain/preview/contract";

export const screens = ["phone", "desktop"] as const;
export type Screen = (typeof screens)[number];

/** Pixels. */
export interface FrameSize {
  /** Of the screen that is shown. */
  width: number;
  /** Of the place that it takes, whatever its scale; of a page that is shown whole its own, and the place is scaled alike. */
  height: number;
  isWhole: boolean;
}

/** Where on a desktop's page an offer stands: blocks have the main column, the others the whole window. */
const desktopWidths: Record<PreviewedPlacement, number> = {
  "post-purchase": 1_200, checkout: 640, "thank-you": 640, "order-status": 640, account: 760, "e-mail": 820, receipt: 820,
};

const phoneWidth = 390;
/** Of a phone's page after the payment: a product with its options, what it costs, and both buttons. */
const wholePage = 1_040;

/** The size of a preview: one height for all that a screen shows, so that nothing moves when the offer changes. */
export function frameSize(placement: PreviewedPlacement, screen: Screen, isLarge: boolean): FrameSize {
  const width = screen === "phone" ? phoneWidth : desktopWidths[placement];
  if (screen === "phone" && placement === "post-purchase") return { width, height: wholePage, isWhole: true };
  if (isLarge) return { width, height: 640, isWhole: false };
  if (screen === "phone") return { width, height: 540, isWhole: false };
  // Beside a form a whole window is drawn at about half its size: what a desktop shows at once is not higher than this.
  return { width, height: 400, isWhole: false };
}

/** The room that a preview takes, without asking the page for its measures. */
export function roomOf({ width, height, isWhole }: FrameSize): CSSProperties {
  return isWhole ? { maxWidth: width, aspectRatio: `${String(width)} / ${String(height)}` } : { minHeight: height };
}
