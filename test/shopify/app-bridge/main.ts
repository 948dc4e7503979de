import { readConfig } from "./config";
import { defineModal } from "./elements/modal";
import { defineNavMenus } from "./elements/nav-menu";
import { defineSaveBar } from "./elements/save-bar";
import { defineTitleBar } from "./elements/title-bar";
import { connectFrame } from "./frame-connection";
import type { Frame } from "./frame-connection";
import { followHistory, guardLinks, navigateApp } from "./navigation";
import { patchFetch } from "./patched-fetch";
import { pickResources } from "./resource-picker";
import { SaveBars } from "./save-bars";
import { watchSaveBarForms } from "./save-bar-forms";
import { Toasts } from "./toasts";

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
const embedded = window.parent !== window;

if (!("shopify" in window)) start();

function start(): void {
  const config = readConfig(script);
  const adminOrigin = script ? new URL(script.src).origin : location.origin;
  const frame: Frame = connectFrame(adminOrigin, {
    navigate: navigateApp,
    titleBarAction: (id) => titleBar.act(id),
    saveBarAction: (kind) => saveBars.act(kind),
    toastAction: (id) => toasts.act(id),
    toastDismissed: (id) => toasts.dismissed(id),
  });
  const saveBars = new SaveBars(frame);
  const toasts = new Toasts(frame);
  const titleBar = defineTitleBar(frame);
  defineNavMenus(frame);
  defineSaveBar(saveBars);
  defineModal();

  Object.defineProperty(window, "shopify", { value: {
    config,
    origin: adminOrigin,
    ready: Promise.resolve(),
    environment: { embedded, mobile: false, pos: false, intent: false },
    idToken: () => frame.idToken(),
    user: () => frame.user(),
    loading: (isLoading = true) => void frame.setLoading(isLoading),
    toast: { show: toasts.show.bind(toasts), hide: toasts.hide.bind(toasts) },
    resourcePicker: pickResources.bind(null, frame),
    modal: byId("ui-modal"),
    saveBar: { ...byId("ui-save-bar"), leaveConfirmation: () => leave(frame, saveBars) },
    scopes: {
      query: () => frame.grantedScopes(),
      request: async (scopes: readonly string[]) => ({ result: (await frame.requestScopes(scopes)) ? "granted-all" : "declined-all", detail: await frame.grantedScopes() }),
    },
    webVitals: { onReport: async () => undefined },
    support: { registerHandler: async () => undefined },
  } });

  if (!embedded) return;
  if (reloadWithToken(frame)) return;
  patchFetch(frame);
  followHistory(frame);
  guardLinks(frame, () => saveBars.isShowing, () => saveBars.hideAll());
  watchSaveBarForms(saveBars);
}

/** The library's bounce page: back to where it came from, this time with a token. Only the app's own addresses are followed. */
function reloadWithToken(frame: Frame): boolean {
  const wanted = new URLSearchParams(location.search).get("shopify-reload");
  if (wanted === null) return false;
  const target = new URL(wanted, location.href);
  if (target.origin !== location.origin) return false;
  void frame.idToken().then((token) => {
    target.searchParams.set("id_token", token);
    location.replace(target.href);
  });
  return true;
}

async function leave(frame: Frame, saveBars: SaveBars): Promise<void> {
  if (saveBars.isShowing && !(await frame.confirmLeave())) throw new Error("The user stays on the page");
}

interface Showable extends Element {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

/** App Bridge's calls that name an element by its id. */
function byId(tagName: "ui-modal" | "ui-save-bar") {
  const find = (id: string): Showable => {
    const element = document.getElementById(id);
    if (element?.localName !== tagName || !isShowable(element)) throw new Error(`There is no ${tagName} with id ${id}`);
    return element;
  };
  return {
    show: async (id: string) => find(id).show(),
    hide: async (id: string) => find(id).hide(),
    toggle: async (id: string) => find(id).toggle(),
  };
}

function isShowable(element: Element): element is Showable {
  return "show" in element && "hide" in element && "toggle" in element;
}
