import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Box, Card, EmptySearchResult, EmptyState, Link, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ActivityFilters } from "../components/decisions/ActivityFilters";
import { ActivityTable } from "../components/decisions/ActivityTable";
import { SearchFurther } from "../components/decisions/SearchFurther";
import { labelOf, showOptions } from "../components/decisions/activity-filters";
import { activityLine } from "../components/decisions/activity-lines";
import { activityRequest } from "../components/decisions/activity-request";
import { likelyText } from "../components/decisions/likely-text";
import { downloadBlob } from "../components/download";
import emptyImage from "../components/illustrations/activity.svg";
import { listKey } from "../components/list-key";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { readActivity } from "../services/reports/activity.server";
import { explainOrder } from "../services/reports/explain-order.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["activity", "home"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const t = translator(request);
  const asked = activityRequest(new URL(request.url).searchParams);
  const [{ rows, offers, timeZone, next, previous, searchedTo }, found] = await Promise.all([readActivity(shop, asked, new Date()), explainOrder(shop, asked.orderName)]);
  return json({
    // Of an order that has decisions only where its whole story stands.
    found: found && { order: found.order, orderId: found.orderId, text: found.reason === null ? null : likelyText(t, found.reason) },
    offers,
    next,
    previous,
    searchedTo: searchedTo && { at: searchedTo.toISOString(), timeZone },
    lines: rows.map((row) => activityLine(t, row, timeZone)),
  });
}

export default function Activity() {
  const { lines, offers, next, previous, searchedTo, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const filtered = ["outcome", "placement", "offer", "period", "show", "order", "reason", "after"].some((name) => params.has(name));
  const change = (changes: Record<string, string>) => {
    const kept = new URLSearchParams(params);
    kept.delete("after");
    for (const [name, value] of Object.entries(changes)) {
      if (value === "") kept.delete(name);
      else kept.set(name, value);
    }
    setParams(kept, { preventScrollReset: true });
  };
  const show = params.get("show");
  const pages = {
    hasNext: next !== null,
    hasPrevious: previous,
    onNext: () => setParams([...[...params].filter(([name]) => name !== "after"), ["after", next ?? ""]]),
    onPrevious: () => navigate(-1),
  };
  if (lines.length === 0 && !filtered) {
    return (
      <Page title={t("activity:title")}>
        <Card>
          <EmptyState heading={t("activity:empty.title")} image={emptyImage} action={{ content: t("activity:empty.action"), url: "/app/offers" }}>
            <p>{t("activity:empty.text")}</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  const exportCsv = async () => {
    const reply = await fetch(`/app/activity/export?${params.toString()}`);
    if (reply.ok) downloadBlob(t("activity:export.file"), await reply.blob());
    else shopify.toast.show(t("activity:export.failed"), { isError: true });
  };
  return (
    <Page
      title={t("activity:title")}
      subtitle={show ? t("activity:subtitleOf", { figure: labelOf(showOptions(t), show) }) : t("activity:subtitle")}
      secondaryActions={[{ content: t("activity:reasonsAction"), url: "/app/activity/reasons" }, ...(lines.length > 0 ? [{ content: t("activity:export.action"), onAction: () => void exportCsv() }] : [])]}
      {...(show && { backAction: { content: t("activity:home"), url: "/app" } })}
    >
      <Card padding="0">
        <ActivityFilters params={params} offers={offers} loading={navigation.state === "loading"} onChange={change} />
        {found && found.orderId !== null && (
          <Box padding="400">
            <Link url={`/app/activity/orders/${String(found.orderId)}`}>{t("activity:story.find", { order: found.order })}</Link>
            <Text as="p" tone="subdued">{t("activity:story.findText")}</Text>
          </Box>
        )}
        <ActivityTable
          key={listKey(params)}
          lines={lines}
          emptyState={
            found && found.orderId !== null && found.text !== null
              ? <EmptySearchResult title={t("activity:empty.notAskedTitle", { order: found.order })} description={t("activity:empty.mostLikely", { reason: found.text })} />
              : <EmptySearchResult title={t("activity:empty.noneTitle")} description={found?.text ?? (searchedTo ? "" : t("activity:empty.noneText"))} />
          }
          pagination={(pages.hasNext && !searchedTo) || pages.hasPrevious ? { ...pages, hasNext: pages.hasNext && !searchedTo } : null}
        />
        {searchedTo && <SearchFurther {...searchedTo} found={lines.length} loading={navigation.state === "loading"} onFurther={pages.onNext} />}
      </Card>
    </Page>
  );
}
