import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { Card, EmptySearchResult, EmptyState, Page } from "@shopify/polaris";
import { ActivityFilters } from "../components/decisions/ActivityFilters";
import { ActivityTable } from "../components/decisions/ActivityTable";
import { labelOf, optionNamed, outcomeOptions, showOptions } from "../components/decisions/activity-filters";
import { likelyText } from "../components/decisions/likely-text";
import { outcomeLabel } from "../components/decisions/outcome-text";
import { whyNothing } from "../components/decisions/why-nothing";
import { orderAhead, shownText } from "../components/decisions/shown-text";
import emptyImage from "../components/illustrations/activity.svg";
import { placementTexts } from "../components/placements/placement-texts";
import { periodOptions } from "../components/reports/period-labels";
import { timeText } from "../components/time-text";
import { formatMinor } from "../domain/money/money";
import { readActivity } from "../services/reports/activity.server";
import { explainOrder } from "../services/reports/explain-order.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const orderName = searchParams.get("order") ?? "";
  const { rows, offers, timeZone, next, previous } = await readActivity(shop, {
    period: optionNamed(periodOptions, searchParams.get("period")),
    show: optionNamed(showOptions, searchParams.get("show")),
    outcome: optionNamed(outcomeOptions, searchParams.get("outcome")),
    placement: searchParams.get("placement"),
    offerId: searchParams.get("offer"),
    reason: searchParams.get("reason"),
    orderName,
    after: searchParams.get("after"),
  }, new Date());
  const explained = rows.length === 0 && !previous ? await explainOrder(shop, orderName) : null;
  return json({
    explained: explained && { order: explained.order, known: explained.reason !== "notArrived", text: likelyText(explained.reason) },
    offers,
    next,
    previous,
    lines: rows.map((row) => ({
      id: row.id,
      time: timeText(row.decidedAt.toISOString(), timeZone),
      order: row.orderName ?? orderAhead(row.placement),
      arrived: row.orderName !== null,
      placement: placementTexts[row.placement].name,
      outcome: outcomeLabel({ outcome: row.outcome, seen: row.impressionAt !== null, declined: row.declinedAt !== null, acceptance: row.acceptance }),
      story: row.outcome === "offered" ? shownText(row) : whyNothing(row.reasons),
      offer: row.outcome === "offered" ? (row.offerName ?? "Deleted offer") : "",
      net: row.netMinor === null ? "" : formatMinor(row.netMinor, row.currency, "en"),
    })),
  });
}

export default function Activity() {
  const { lines, offers, next, previous, explained } = useLoaderData<typeof loader>();
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
      <Page title="Activity">
        <Card>
          <EmptyState heading="Every decision will be explained here" image={emptyImage} action={{ content: "Go to offers", url: "/app/offers" }}>
            <p>For each order you’ll see what was offered, or why nothing was, and what your customer did.</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  return (
    <Page
      title="Activity"
      subtitle={show ? `The orders behind “${labelOf(showOptions, show)}” on the home page.` : "What was offered where, or why nothing was."}
      secondaryActions={[{ content: "Reasons", url: "/app/activity/reasons" }]}
      {...(show && { backAction: { content: "Home", url: "/app" } })}
    >
      <Card padding="0">
        <ActivityFilters params={params} offers={offers} loading={navigation.state === "loading"} onChange={change} />
        <ActivityTable
          lines={lines}
          emptyState={
            explained?.known
              ? <EmptySearchResult title={`Encore wasn’t asked about order ${explained.order}`} description={`Most likely: ${explained.text}`} />
              : <EmptySearchResult title="No orders found" description={explained?.text ?? "Take a filter away, or check the order number."} />
          }
          pagination={pages.hasNext || pages.hasPrevious ? pages : null}
        />
      </Card>
    </Page>
  );
}
