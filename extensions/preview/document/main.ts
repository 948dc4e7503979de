// Makes components follow the extensions' signals, as the extensions' own first import does.
import "@preact/signals";
import type { FrameContent, FrameNews } from "../../../app/domain/preview/contract";
import postPurchaseStyle from "../post-purchase/components.css?inline";
import { drawBlock } from "./draw-block";
import { drawPage } from "./draw-page";
import { defineElements } from "./elements";
import pageStyle from "./page.css?inline";

defineElements();
const style = document.createElement("style");
style.textContent = pageStyle + postPurchaseStyle;
document.head.append(style);

const blockPlace = placeFor("block extension-root");
const pagePlace = placeFor("page extension");

// Links lead out of the preview.
document.addEventListener("click", (event) => {
  if (event.composedPath().some((target) => target instanceof HTMLAnchorElement)) event.preventDefault();
}, { capture: true });

window.addEventListener("message", ({ data, source }: MessageEvent<FrameContent>) => {
  if (source !== window.parent) return;
  try {
    draw(data);
    tell("drawn");
  } catch (error) {
    console.error(error);
    tell("failed");
  }
});
tell("ready");

function draw(content: FrameContent): void {
  document.documentElement.lang = content.language;
  blockPlace.hidden = content.view === "post-purchase";
  pagePlace.hidden = !blockPlace.hidden;
  if (content.view === "post-purchase") drawPage(pagePlace, content.offer, content.language);
  else drawBlock(blockPlace, content);
}

function placeFor(classes: string): HTMLElement {
  const place = document.createElement("main");
  place.className = classes;
  place.hidden = true;
  document.body.append(place);
  return place;
}

/** A frame without an origin can name no other; the news hold nothing. */
function tell(news: FrameNews["encorePreview"]): void {
  window.parent.postMessage({ encorePreview: news } satisfies FrameNews, "*");
}
