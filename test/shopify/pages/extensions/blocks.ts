import { buildBlock } from "../../ui-extensions/build-block";
import type { BlockState, Values } from "../../ui-extensions/contract";
import { readUiExtensions } from "../../ui-extensions/read-extensions";
import type { UiExtension } from "../../ui-extensions/read-extensions";
import type { Place } from "../../ui-extensions/values/standard-values";
import { isOfferedOn, placementOf } from "../../store/merchant";
import type { Shop } from "../../store/model";
import { assetUrl } from "../assets";
import type { Html } from "../html";
import { html, jsonScript } from "../html";
import type { PageServices } from "../services";

/** Where on a page blocks stand: what a target adds to the place, and where its calls go. */
export interface BlockSite {
  readonly shop: Shop;
  readonly target: string;
  readonly locale: string;
  readonly countryCode: string;
  readonly customerId: number | null;
  readonly productIds: readonly number[];
  readonly editor: boolean;
  /** Path that the functions of the global are asked at. */
  readonly callUrl: string;
  /** For how long `storage` lasts: one checkout, or the account. */
  readonly storageScope: string;
}

export interface Blocks {
  /** The elements that the blocks are drawn in. */
  readonly mounts: Html;
  readonly states: readonly BlockState[];
}

export const NO_BLOCKS: Blocks = { mounts: html``, states: [] };

/** The extensions that are to be seen at a target of a shop: installed, built, offered on its plan and not hidden by the merchant. */
export function extensionsAt(services: PageServices, shop: Shop, target: string): UiExtension[] {
  if (!shop.installation || !isOfferedOn(shop.plan, target) || !placementOf(shop, target).shown) return [];
  return readUiExtensions(services.extensionsDir).filter(({ targets, bundles }) => bundles.length > 0 && targets.some((candidate) => candidate.target === target));
}

/** The blocks of a site, each in an element of its own. */
export function blocksAt(services: PageServices, site: BlockSite, signalsOf: (place: Place) => Values): Blocks {
  const states = extensionsAt(services, site.shop, site.target).map((extension) => {
    const place: Place = { app: services.app, origin: services.store.origin, extension, ...site };
    const id = `${extension.handle}--${site.target.replaceAll(".", "-")}`;
    return buildBlock(place, signalsOf(place), { id, callUrl: site.callUrl, storageScope: site.storageScope });
  });
  return {
    mounts: html`${states.map(({ id, target, extension }) => html`<div class="extension-block" id="${id}" data-target="${target}" data-extension="${extension.handle}"></div>`)}`,
    states,
  };
}

/** Signals of a site's blocks now, for the answer to a call. */
export function signalsAt(services: PageServices, site: BlockSite, signalsOf: (place: Place) => Values, handle: string): Values {
  const extension = extensionsAt(services, site.shop, site.target).find((candidate) => candidate.handle === handle);
  if (!extension) throw new Error("There is no such extension here");
  return signalsOf({ app: services.app, origin: services.store.origin, extension, ...site });
}

/** What runs the blocks of a page; nothing on a page without blocks. */
export function blockScripts(...all: readonly Blocks[]): Html {
  const states = all.flatMap((blocks) => blocks.states);
  if (states.length === 0) return html``;
  return html`${jsonScript("extension-blocks", states)}
    <div id="extension-toasts" class="extension-toasts" role="status" aria-live="polite"></div>
    <script src="${assetUrl("extensions.js")}"></script>`;
}
