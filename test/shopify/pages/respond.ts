import type { Response } from "express";
import type { Html } from "./html";
import { html } from "./html";

/** Sends a page; it is never kept by a cache, because what it shows changes under people's hands. */
export function send(response: Response, page: Html, status = 200): void {
  response.status(status).set("Cache-Control", "no-store").type("html").send(page.markup);
}

/** Says in words why there is no page. */
export function refuse(response: Response, status: number, reason: string): void {
  send(
    response,
    html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${reason}</title>
<link rel="icon" href="/_assets/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/_assets/shop.css"></head>
<body><main class="narrow"><h1>${reason}</h1><p><a href="/">Back to the shop</a></p></main></body></html>`,
    status,
  );
}
