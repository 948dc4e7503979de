import type { Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import { adminPage, timeText } from "./admin-page";

/** The shop's apps: the one that can be installed here. */
export function appsPage(shop: Shop, app: { name: string; scopes: readonly string[] }, problem: string | null): Html {
  const base = `/admin/store/${shop.handle}/apps`;
  const { installation } = shop;
  return adminPage(
    { shop, section: "apps", title: "Apps" },
    html`<h1>Apps</h1>
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ""}
    <section class="panel">
      <h2>${app.name}</h2>
      ${installation
        ? html`<p>Installed on ${timeText(shop, installation.installedAt)}. It may: ${installation.scopes.join(", ")}.</p>
          <div class="row"><a class="button" href="${base}/encore">Open</a>
          <form method="post" action="${base}/uninstall"><button type="submit" class="critical">Uninstall</button></form></div>`
        : html`<p>It asks to: ${app.scopes.join(", ")}.</p>
          <form method="post" action="${base}/install"><button class="button" type="submit">Install</button></form>`}
    </section>`,
  );
}
