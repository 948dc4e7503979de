import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, EmptySearchResult, EmptyState, IndexFilters, IndexFiltersMode, Page, useSetIndexFiltersMode } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { ConfirmModal } from "../components/ConfirmModal";
import { OffersTable } from "../components/offers/OffersTable";
import type { BulkIntent } from "../components/offers/OffersTable";
import { offerSubject } from "../components/offers/strategy-text";
import { productBadge } from "../components/decisions/reason-text";
import { discountText } from "../components/offers/discount-text";
import { offerTab, offerTabs } from "../components/offers/offer-tabs";
import { scheduleText } from "../components/offers/schedule-text";
import { dayText } from "../components/time-text";
import emptyImage from "../components/illustrations/offers.svg";
import { moveOffer, moveStatus } from "../services/offers/offer-status.server";
import { OfferListAction } from "../services/offers/offer-requests.server";
import { readOfferList } from "../services/offers/offer-list.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const { statuses } = offerTab(searchParams.get("tab"));
  const list = await readOfferList(shop, { statuses, search: searchParams.get("q") ?? "", after: searchParams.get("after") });
  return json({
    ...list,
    offers: list.offers.map((offer) => ({
      id: offer.id,
      name: offer.name,
      status: offer.status,
      discount: discountText(offer.discount, list.currency),
      product: offer.strategy === null ? offer.product : offerSubject(offer.strategy),
      imageUrl: offer.imageUrl,
      problem: offer.problem && productBadge(offer.problem),
      schedule: scheduleText(offer.schedule),
      updated: dayText(offer.updatedAt.toISOString(), list.timeZone),
    })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const wanted = OfferListAction.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  if (wanted.data.intent === "move") {
    const { id, direction, tab } = wanted.data;
    await moveOffer(shop, id, direction, offerTab(tab).statuses);
    return json({ intent: "move" as const, changed: [id], skipped: 0 });
  }
  const { intent, ids } = wanted.data;
  const changed = await moveStatus(shop, ids, intent, new Date());
  return json({ intent, changed, skipped: ids.length - changed.length });
}

const done: Record<BulkIntent, string> = { activate: "activated", pause: "paused", archive: "archived", restore: "restored as paused" };
const undoes: Partial<Record<BulkIntent, BulkIntent>> = { activate: "pause", pause: "activate", archive: "restore" };

export default function Offers() {
  const { offers, total, next, previous } = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const [archiving, setArchiving] = useState<string[] | null>(null);
  const navigate = useNavigate();
  const navigation = useNavigation();
  const fetcher = useFetcher<typeof action>();
  const shopify = useAppBridge();
  const { mode, setMode } = useSetIndexFiltersMode(IndexFiltersMode.Default);
  const tab = offerTab(params.get("tab"));
  const search = params.get("q") ?? "";
  const [typed, setTyped] = useState(search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = (changes: Record<string, string>) => {
    const kept = new URLSearchParams(params);
    kept.delete("after");
    for (const [name, value] of Object.entries(changes)) {
      if (value === "") kept.delete(name);
      else kept.set(name, value);
    }
    setParams(kept, { replace: true, preventScrollReset: true });
  };
  const look = (text: string) => {
    setTyped(text);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => show({ q: text.trim() }), 300);
  };
  const submit = (payload: { intent: BulkIntent; ids: string[] } | { intent: "move"; id: string; direction: "up" | "down"; tab: string }) =>
    fetcher.submit(payload, { method: "post", encType: "application/json" });

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply || reply.intent === "move") return;
    const { intent, changed, skipped } = reply;
    const undo = undoes[intent];
    const left = skipped === 0 ? "" : `, ${skipped} left as ${skipped === 1 ? "it is" : "they are"}`;
    shopify.toast.show(`${changed.length} ${changed.length === 1 ? "offer" : "offers"} ${done[intent]}${left}`, {
      ...(undo && changed.length > 0 && { action: "Undo", onAction: () => submit({ intent: undo, ids: changed }) }),
    });
    // Each reply is told once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reply]);

  if (total === 0) {
    return (
      <Page title="Offers">
        <Card>
          <EmptyState heading="Make your first offer" image={emptyImage} action={{ content: "Create offer", url: "/app/offers/templates" }}>
            <p>Pick a product that goes well with what your customers just bought. They add it with one click, after they have paid.</p>
          </EmptyState>
        </Card>
      </Page>
    );
  }
  const pageTo = (cursor: string | null) => {
    if (cursor === null) navigate(-1);
    else setParams((current) => new URLSearchParams([...[...current].filter(([name]) => name !== "after"), ["after", cursor]]));
  };
  return (
    <Page title="Offers" subtitle="When several fit an order, the one higher up is shown." primaryAction={{ content: "Create offer", url: "/app/offers/templates" }}>
      <Card padding="0">
        <IndexFilters
          mode={mode}
          setMode={setMode}
          tabs={offerTabs.map(({ id, content }) => ({ id, content, onAction: () => show({ tab: id === "all" ? "" : id }) }))}
          selected={offerTabs.findIndex(({ id }) => id === tab.id)}
          canCreateNewView={false}
          queryValue={typed}
          queryPlaceholder="Search offers by name"
          onQueryChange={look}
          onQueryClear={() => look("")}
          cancelAction={{ onAction: () => look("") }}
          filters={[]}
          onClearAll={() => look("")}
          hideFilters
          loading={navigation.state === "loading"}
        />
        <OffersTable
          offers={offers}
          busy={fetcher.state !== "idle"}
          emptyState={<EmptySearchResult title="No offers here" description="Try another tab or another name." />}
          pagination={next !== null || previous ? { hasNext: next !== null, hasPrevious: previous, onNext: () => pageTo(next), onPrevious: () => pageTo(null) } : null}
          onMove={search === "" && tab.id !== "archived" ? (id, direction) => submit({ intent: "move", id, direction, tab: tab.id }) : null}
          onBulk={(intent, ids) => (intent === "archive" ? setArchiving(ids) : submit({ intent, ids }))}
        />
      </Card>
      <ConfirmModal
        open={archiving !== null}
        title={archiving?.length === 1 ? "Archive this offer?" : `Archive ${archiving?.length ?? 0} offers?`}
        confirm="Archive"
        onConfirm={() => archiving && submit({ intent: "archive", ids: archiving })}
        onClose={() => setArchiving(null)}
      >
        Customers no longer see them. Their history and results stay, and you can restore them from the Archived tab.
      </ConfirmModal>
    </Page>
  );
}
