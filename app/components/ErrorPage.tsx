import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { Card, EmptyState, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import emptyImage from "./illustrations/activity.svg";

/** True for the pages the Shopify library throws (token bounce, exit from the frame), which must reach the browser as they are. */
export function isShopifyReply(error: unknown): boolean {
  return isRouteErrorResponse(error) && (error.status < 400 || error.status === 401 || error.status === 410);
}

/** What staff see instead of a page that failed; says what to do, not what broke inside. */
export function ErrorPage({ error }: { error: unknown }) {
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page title={missing ? "Not found" : "Something went wrong"}>
      <Card>
        <EmptyState
          heading={missing ? "There is nothing at this address" : "This page couldn’t be loaded"}
          image={emptyImage}
          action={missing ? { content: "Go to Home", url: "/app" } : { content: "Reload page", onAction: () => window.location.reload() }}
        >
          <p>
            {missing
              ? "It may have been deleted, or the link is wrong."
              : "Nothing was changed. Reload the page; if it fails again, wait a minute and try once more."}
          </p>
        </EmptyState>
      </Card>
    </Page>
  );
}

/** For every page under /app: keeps the frame around the page and shows the failure in place of the page alone. */
export function PageErrorBoundary() {
  const error = useRouteError();
  return isShopifyReply(error) ? boundary.error(error) : <ErrorPage error={error} />;
}
