import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Response, Router } from "express";
import { readUiExtensions } from "../ui-extensions/read-extensions";
import { findAsset } from "./assets";
import { FAVICON } from "./favicon";
import { listPostPurchaseBundles } from "./post-purchase-bundles";
import { refuse } from "./respond";
import type { PageServices } from "./services";
import { findThemeAsset } from "./storefront/theme-blocks";

/** Scripts, style sheets, the built extensions and the frame that they run in. */
export function registerStatic(router: Router, services: PageServices): void {
  router.get("/_assets/favicon.svg", (_request, response) => {
    response.type("svg").set("Cache-Control", "max-age=3600").send(FAVICON);
  });
  router.get("/_assets/post-purchase-sandbox.html", (_request, response) => {
    response.type("html").send(`<!doctype html><html lang="en"><title>Extension sandbox</title><script src="/_assets/post-purchase-sandbox.js"></script></html>`);
  });
  // A frame without an origin; its Workers inherit that they may not ask anyone anything, unless the capability is there.
  router.get("/_assets/extension-sandbox.html", (request, response) => {
    if (request.query["network"] === undefined) response.set("Content-Security-Policy", "connect-src 'none'");
    response.type("html").send(`<!doctype html><html lang="en"><title>Extension sandbox</title><script src="/_assets/extension-sandbox.js"></script></html>`);
  });
  router.get("/_assets/ui-extensions/:folder/:file", (request, response, next) => {
    const { folder, file } = request.params;
    const extension = readUiExtensions(services.extensionsDir).find((candidate) => candidate.folder === folder);
    const path = extension?.bundles.find((bundle) => basename(bundle) === file);
    if (path === undefined) {
      refuse(response, 404, "There is no such extension.");
      return;
    }
    readFile(path, "utf8").then((text) => sendScript(response, text), next);
  });
  router.get("/_assets/theme/:folder/:file", (request, response, next) => {
    const path = findThemeAsset(services.extensionsDir, request.params.folder, request.params.file);
    if (path === null) refuse(response, 404, "There is no such file.");
    else readFile(path, "utf8").then((text) => (path.endsWith(".css") ? sendCss(response, text) : sendScript(response, text)), next);
  });
  router.get("/_assets/extensions/:file", (request, response, next) => {
    const path = listPostPurchaseBundles(services.extensionsDir).find((bundle) => basename(bundle) === request.params.file);
    if (path === undefined) {
      refuse(response, 404, "There is no such extension.");
      return;
    }
    readFile(path, "utf8").then((text) => sendScript(response, text), next);
  });
  router.get("/_assets/:name", (request, response, next) => {
    const asset = findAsset(request.params.name);
    if (asset === null) {
      refuse(response, 404, "There is no such file.");
      return;
    }
    asset.then((text) => (request.params.name.endsWith(".css") ? sendCss(response, text) : sendScript(response, text)), next);
  });
  // Where Shopify's CDN has App Bridge; loaded by the app's pages on the tunnel's origin.
  router.get("/app-bridge.js", (_request, response, next) => {
    findAsset("app-bridge.js")?.then((text) => sendScript(response, text), next);
  });
}

function sendScript(response: Response, text: string): void {
  response.type("text/javascript").set("Access-Control-Allow-Origin", "*").set("Cache-Control", "no-cache").send(text);
}

function sendCss(response: Response, text: string): void {
  response.type("css").set("Cache-Control", "no-cache").send(text);
}
