import type { Router } from "express";
import { changeScopes } from "../../store/installations";
import { issueSessionToken } from "../../tokens/issue-tokens";
import { readCookies } from "../cookies";
import { textOf } from "../form-text";
import { languageOf } from "../languages";
import { send } from "../respond";
import type { PageServices } from "../services";
import { appPage } from "./app-page";
import { embedUrl } from "./embed-url";
import { pickedByIds, pickerPage } from "./picker-resources";
import type { WithShop } from "./routes";

const LANGUAGE_COOKIE = "admin_language";
const PICKER_TYPES = ["product", "variant", "collection"] as const;

/** The embedded app in the admin, at the path that its own page has, and what App Bridge asks the admin for. */
export function registerAppFrame(router: Router, services: PageServices, withShop: WithShop): void {
  const { store, app } = services;

  router.get(/^\/admin\/store\/(?<shop>[^/]+)\/apps\/encore(?<path>\/.*)?$/, withShop((request, response, shop) => {
    const adminPath = `/admin/store/${shop.handle}`;
    if (!shop.installation) {
      response.redirect(303, `${adminPath}/apps`);
      return;
    }
    const language = languageOf(readCookies(request).get(LANGUAGE_COOKIE));
    const query = new URL(request.originalUrl, "http://localhost").searchParams;
    const frameUrl = embedUrl(app, shop, request.params["path"] ?? "/", query, language, store.clock.now());
    const state = { basePath: `${adminPath}/apps/encore`, adminPath, appOrigin: new URL(app.url).origin, dataPath: `${adminPath}/_app`, appName: app.name, currency: shop.currency };
    send(response, appPage(shop, state, frameUrl, language));
  }));

  // Staff choose the admin's language in their account; here it is the browser's to remember.
  router.post("/admin/store/:shop/_language", withShop((request, response, shop) => {
    const adminPath = `/admin/store/${shop.handle}`;
    const body: unknown = request.body;
    const chosen = typeof body === "object" && body !== null && "language" in body ? body.language : "";
    response.cookie(LANGUAGE_COOKIE, languageOf(chosen), { path: adminPath, httpOnly: true, sameSite: "lax" });
    response.redirect(303, `${adminPath}/apps/encore`);
  }));

  router.get("/admin/store/:shop/_app/token", withShop((_request, response, shop) => {
    response.set("Cache-Control", "no-store").json({ token: issueSessionToken(app, shop, store.clock.now()) });
  }));
  router.get("/admin/store/:shop/_app/user", withShop((_request, response, shop) => {
    response.json({ id: shop.ownerId, name: `Owner of ${shop.name}`, email: shop.email, accountAccess: "full" });
  }));
  router.get("/admin/store/:shop/_app/scopes", withShop((_request, response, shop) => {
    response.json({ granted: shop.installation?.scopes ?? [], required: app.scopes, optional: app.optionalScopes });
  }));
  router.post("/admin/store/:shop/_app/scopes", withShop((request, response, shop) => {
    const asked = textOf(request.query["asked"]).split(",");
    const unknown = asked.find((scope) => !app.optionalScopes.includes(scope));
    if (unknown !== undefined) return void response.status(422).send(`The app's configuration does not name ${unknown} as an optional scope`);
    changeScopes(store, { shop: shop.domain, scopes: [...new Set([...(shop.installation?.scopes ?? []), ...asked])] });
    response.status(204).end();
  }));
  router.get("/admin/store/:shop/_app/resources", withShop((request, response, shop) => {
    const origin = `${request.protocol}://${request.get("host") ?? ""}`;
    const type = PICKER_TYPES.find((known) => known === request.query["type"]) ?? "product";
    const statuses = textOf(request.query["statuses"]).split(",");
    response.json(pickerPage(origin, shop, type, textOf(request.query["q"]), statuses, Number(request.query["page"]) || 1));
  }));
  router.get("/admin/store/:shop/_app/resources/by-id", withShop((request, response, shop) => {
    const origin = `${request.protocol}://${request.get("host") ?? ""}`;
    response.json(pickedByIds(origin, shop, textOf(request.query["ids"]).split(",")));
  }));
}
