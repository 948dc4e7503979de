import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { Card, EmptyState, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useTranslation } from "react-i18next";
import emptyImage from "./illustrations/activity.svg";

/** True for the pages the Shopify library throws (token bounce, exit from the frame), which must reach the browser as they are. */
export function isShopifyReply(error: unknown): boolean {
  return isRouteErrorResponse(error) && (error.status < 400 || error.status === 401 || error.status === 410);
}

/** What staff see instead of a page that failed; says what to do, not what broke inside. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page title={t(missing ? "common:error.notFoundTitle" : "common:error.failedTitle")}>
      <Card>
        <EmptyState
          heading={t(missing ? "common:error.notFoundHeading" : "common:error.failedHeading")}
          image={emptyImage}
          action={missing ? { content: t("common:error.goHome"), url: "/app" } : { content: t("common:error.reload"), onAction: () => window.location.reload() }}
        >
          <p>{t(missing ? "common:error.notFoundText" : "common:error.failedText")}</p>
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
