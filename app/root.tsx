import type { LinksFunction } from "@remix-run/node";
import latinInter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import inter from "./components/inter.css?url";
import { InlineTexts } from "./i18n/InlineTexts";

export const links: LinksFunction = () => [
  { rel: "preload", href: latinInter, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: inter },
];

export default function Root() {
  const { i18n } = useTranslation();
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Encore</title>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <InlineTexts />
        <Scripts />
      </body>
    </html>
  );
}
