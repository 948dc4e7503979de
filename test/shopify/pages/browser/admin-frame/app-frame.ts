import type { RemoteCallable } from "@remote-ui/rpc";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { AppApi, AppUser, FrameApi, GrantedScopes } from "../../../app-bridge/contract";
import { CONNECT } from "../../../app-bridge/contract";
import type { FrameState } from "../../admin/app-page";
import { AppNav } from "./app-nav";
import { confirmDialog } from "./confirm-dialog";
import { byId, getJson } from "./page";
import { pickResources } from "./resource-picker";
import { SaveBarView } from "./save-bar-view";
import { TitleBarView } from "./title-bar-view";
import { ToastsView } from "./toasts-view";

/** Serves the app in the frame: every page that it loads connects anew, and the last one is heard. */
export function startAppFrame(state: FrameState): void {
  const iframe = byId("app");
  let app: RemoteCallable<AppApi> | null = null;
  let disconnect = () => {};

  const saveBar = new SaveBarView((kind) => void app?.saveBarAction(kind));
  const titleBar = new TitleBarView(state.appName, (id) => void app?.titleBarAction(id));
  const toasts = new ToastsView((id) => void app?.toastAction(id), (id) => void app?.toastDismissed(id));
  const nav = new AppNav(state, (path) => {
    void saveBar.confirmLeave().then((leave) => {
      if (!leave) return;
      saveBar.show(null);
      if (app) void app.navigate(path);
      else location.assign(`${state.basePath}${path}`);
    });
  });

  const api: FrameApi = {
    idToken: async () => (await getJson<{ token: string }>(`${state.dataPath}/token`)).token,
    pathChanged(path) {
      // The frame's own history entries are part of this tab's, so the address is replaced and never pushed.
      history.replaceState(null, "", `${state.basePath}${path === "/" ? "" : path}`);
      nav.setCurrent(path);
    },
    setNav: (items) => nav.setItems(items),
    setTitleBar: (bar) => titleBar.show(bar),
    setSaveBar: (bar) => saveBar.show(bar),
    confirmLeave: () => saveBar.confirmLeave(),
    showToast: (toast) => toasts.show(toast),
    hideToast: (id) => toasts.hide(id),
    setLoading(isLoading) {
      byId("loading").hidden = !isLoading;
    },
    pickResources: (request) => pickResources(state, request),
    openTop: (url) => location.assign(adminAddress(state, url)),
    user: () => getJson<AppUser>(`${state.dataPath}/user`),
    grantedScopes: () => getJson<GrantedScopes>(`${state.dataPath}/scopes`),
    requestScopes: (scopes) => requestScopes(state, scopes),
  };

  window.addEventListener("message", (event) => {
    const [port] = event.ports;
    const isApp = iframe instanceof HTMLIFrameElement && event.source === iframe.contentWindow && event.origin === state.appOrigin;
    if (!isApp || !port || event.data?.type !== CONNECT) return;
    disconnect();
    titleBar.show(null);
    saveBar.show(null);
    const endpoint = createEndpoint<AppApi>(fromMessagePort(port));
    endpoint.expose({ ...api });
    port.start();
    app = endpoint.call;
    disconnect = () => port.close();
  });
  window.addEventListener("beforeunload", (event) => {
    if (saveBar.isShowing) event.preventDefault();
  });
}

/** Already granted ones are not asked for again; what the app's configuration does not name as optional is refused. */
async function requestScopes(state: FrameState, scopes: readonly string[]): Promise<boolean> {
  const { granted } = await getJson<GrantedScopes>(`${state.dataPath}/scopes`);
  const asked = scopes.filter((scope) => !granted.includes(scope));
  if (asked.length === 0) return true;
  const agreed = await confirmDialog(`${state.appName} asks for more access`, `It would like to have: ${asked.join(", ")}`, "Update access", "Cancel");
  if (!agreed) return false;
  const reply = await fetch(`${state.dataPath}/scopes?asked=${encodeURIComponent(asked.join(","))}`, { method: "POST" });
  if (!reply.ok) throw new Error(await reply.text());
  return true;
}

/** Where an address of Shopify's real admin is here; other addresses only as plain web pages. */
function adminAddress(state: FrameState, url: string): string {
  const path = /^shopify:\/*admin(\/.*)$/i.exec(url)?.[1] ?? /^https:\/\/admin\.shopify\.com\/store\/[^/]+(\/.*)$/.exec(url)?.[1];
  if (path !== undefined) return `${state.adminPath}${path}`;
  const target = new URL(url, location.href);
  return target.protocol === "http:" || target.protocol === "https:" ? target.href : state.basePath;
}
