import type { Frame } from "./frame-connection";
import { ownPath } from "./contract";

const plainOpen = window.open.bind(window);

/** Tells the admin where the app is, whoever moved it: links, code, or the browser's own buttons. */
export function followHistory(frame: Frame): void {
  let told = "";
  const tell = () => {
    const path = ownPath(new URL(location.href));
    if (path === told) return;
    told = path;
    void frame.pathChanged(path);
  };
  for (const method of ["pushState", "replaceState"] as const) {
    const plain = history[method].bind(history);
    history[method] = (...change: Parameters<History["pushState"]>) => {
      plain(...change);
      tell();
    };
  }
  addEventListener("popstate", tell);
  addEventListener("hashchange", tell);
  tell();
}

/** Asks the app's router to go somewhere, with the event that the library listens for. */
export function navigateApp(path: string): void {
  const anchors = document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link");
  const known = [...anchors].find((anchor) => anchor.getAttribute("href") === path);
  const anchor = known ?? document.body.appendChild(Object.assign(document.createElement("a"), { hidden: true, href: path }));
  anchor.dispatchEvent(new Event("shopify:navigate", { bubbles: true }));
  if (!known) anchor.remove();
}

/** Opens an address where it belongs: admin pages in the admin, everything else where it was asked for. */
export function openTarget(frame: Frame, url: string, target: string): Window | null {
  if (isAdminAddress(url) || target === "_top" || target === "_parent") {
    void frame.openTop(url);
    return null;
  }
  return plainOpen(url, target);
}

function isAdminAddress(url: string): boolean {
  return /^shopify:\/*admin\//i.test(url) || url.startsWith("https://admin.shopify.com/");
}

/** Sends links and `open` calls that leave the app's page through the admin, and asks before unsaved changes are lost. */
export function guardLinks(frame: Frame, hasUnsavedChanges: () => boolean, forgetChanges: () => void): void {
  window.open = (url, target) => openTarget(frame, String(url ?? ""), target ?? "_blank");

  document.addEventListener(
    "click",
    (event) => {
      const anchor = event.target instanceof Element ? event.target.closest("a") : null;
      if (!anchor || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
      const href = anchor.getAttribute("href") ?? "";
      if (href === "" || href.startsWith("#")) return;
      if (isAdminAddress(href) || anchor.target === "_top" || anchor.target === "_parent") {
        event.preventDefault();
        void frame.openTop(isAdminAddress(href) ? href : anchor.href);
        return;
      }
      if (anchor.target !== "_blank" && hasUnsavedChanges()) {
        event.preventDefault();
        event.stopPropagation();
        void frame.confirmLeave().then((leave) => {
          if (!leave) return;
          forgetChanges();
          anchor.click();
        });
      }
    },
    { capture: true },
  );
}
