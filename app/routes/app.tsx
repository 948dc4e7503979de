import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import { Link, Outlet, useLoaderData, useMatches, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { AppProvider as PolarisProvider } from "@shopify/polaris";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import german from "@shopify/polaris/locales/de.json";
import english from "@shopify/polaris/locales/en.json";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useTranslation } from "react-i18next";
import { ErrorPage, isShopifyReply } from "../components/ErrorPage";
import { PageFrame } from "../components/PageFrame";
import adminStyles from "../components/admin.css?url";
import { askedByPhone } from "../components/asked-by-phone";
import { PhoneHeaders } from "../components/polaris/PhoneHeaders";
import { PhoneContext } from "../components/use-narrow";
import { env } from "../env.server";
import { requestLanguage } from "../i18n/languages";
import { namespacesOf } from "../i18n/page-texts";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export const links = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: adminStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  // English is part of the library's own provider.
  return { apiKey: env.SHOPIFY_API_KEY, polaris: requestLanguage(request) === "de" ? german : null, isPhone: askedByPhone(request) };
}

/** Neither the app's key nor language and device change while a page is open. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;

export default function App() {
  const { apiKey, polaris, isPhone } = useLoaderData<typeof loader>();
  // Waits for the texts of the next page while the last one stays: none is drawn without its words.
  const { t } = useTranslation(namespacesOf(useMatches()));
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(polaris && { i18n: polaris })}>
      <NavMenu>
        <Link to="/app" rel="home">{t("common:nav.home")}</Link>
        <Link to="/app/offers">{t("common:nav.offers")}</Link>
        <Link to="/app/recommendations">{t("common:nav.recommendations")}</Link>
        <Link to="/app/reorders">{t("common:nav.reorders")}</Link>
        <Link to="/app/placements">{t("common:nav.placements")}</Link>
        <Link to="/app/courtesy">{t("common:nav.courtesy")}</Link>
        <Link to="/app/activity">{t("common:nav.activity")}</Link>
        <Link to="/app/billing">{t("common:nav.billing")}</Link>
        <Link to="/app/settings">{t("common:nav.settings")}</Link>
      </NavMenu>
      <PhoneContext.Provider value={isPhone}><PhoneHeaders><PageFrame><Outlet /></PageFrame></PhoneHeaders></PhoneContext.Provider>
    </AppProvider>
  );
}

/** Replies of the Shopify library (bounce pages, redirects out of the frame) must reach the browser as they are. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isShopifyReply(error)) return boundary.error(error);
  return (
    <PolarisProvider i18n={english}>
      <ErrorPage error={error} />
    </PolarisProvider>
  );
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
