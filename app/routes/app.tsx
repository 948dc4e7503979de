import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { AppProvider as PolarisProvider } from "@shopify/polaris";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import english from "@shopify/polaris/locales/en.json";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ErrorPage, isShopifyReply } from "../components/ErrorPage";
import { PageFrame } from "../components/PageFrame";
import adminStyles from "../components/admin.css?url";
import { env } from "../env.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export const links = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: adminStyles },
];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return { apiKey: env.SHOPIFY_API_KEY };
}

export default function App() {
  const { apiKey } = useLoaderData<typeof loader>();
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey}>
      <NavMenu>
        <Link to="/app" rel="home">Home</Link>
        <Link to="/app/offers">Offers</Link>
        <Link to="/app/recommendations">Recommendations</Link>
        <Link to="/app/placements">Placements</Link>
        <Link to="/app/courtesy">Courtesy</Link>
        <Link to="/app/activity">Activity</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      <PageFrame><Outlet /></PageFrame>
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
