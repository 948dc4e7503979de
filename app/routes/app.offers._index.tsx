import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { productBadge } from "../components/decisions/reason-text";
import { OffersPage } from "../components/offers/OffersPage";
import { aboutText } from "../components/offers/about-text";
import { scheduleText } from "../components/offers/schedule-text";
import type { ListReply } from "../components/offers/use-list-commands";
import { parseOfferListing } from "../domain/offers/offer-listing";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { dayText } from "../i18n/values";
import { importOffers } from "../services/offers/move-offers.server";
import { readOfferList } from "../services/offers/offer-list.server";
import { moveOffer, moveToEnd, saveOrder } from "../services/offers/offer-order.server";
import { OfferListAction } from "../services/offers/offer-requests.server";
import { deleteDrafts, moveStatus } from "../services/offers/offer-status.server";
import { duplicateOffers } from "../services/offers/save-offer.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["offers", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const t = translator(request);
  const list = await readOfferList(shop, parseOfferListing(new URL(request.url).searchParams), new Date());
  return json({
    ...list,
    offers: list.offers.map((offer) => ({
      id: offer.id,
      name: offer.name,
      phase: offer.phase,
      about: aboutText(t, offer, list.currency),
      imageUrl: offer.imageUrl,
      problem: offer.problem && productBadge(t, offer.problem),
      schedule: offer.schedule.startsAt === null && offer.schedule.endsAt === null ? "" : scheduleText(t, offer.schedule),
      updated: dayText(t, offer.updatedAt.toISOString(), list.timeZone),
    })),
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = OfferListAction.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const { data } = wanted;
  const now = new Date();
  const done = (changed: string[], ids: readonly string[]) => ({ result: "done" as const, changed, skipped: ids.length - changed.length });
  switch (data.intent) {
    case "move":
      return json<ListReply>({ result: "placed", moved: await moveOffer(shop, data.id, data.direction, data.other) });
    case "order":
      return json<ListReply>({ result: "placed", moved: await saveOrder(shop, data.seen, data.wanted) });
    case "import": {
      const imported = await importOffers(shop, data.file, userId, now);
      return imported.ok ? json<ListReply>({ result: "imported", ids: imported.ids }) : json<ListReply>({ result: "refused", problems: imported.problems }, { status: 422 });
    }
    case "first":
    case "last":
      return json<ListReply>({ ...done(data.ids, data.ids), intent: data.intent, moved: await moveToEnd(shop, data.ids, data.intent) });
    case "duplicate":
      return json<ListReply>({ ...done(await duplicateOffers(shop, data.ids, userId, now), data.ids), intent: data.intent });
    case "deleteDrafts":
      return json<ListReply>({ ...done(await deleteDrafts(shop, data.ids), data.ids), intent: data.intent });
    case "activate":
    case "pause":
    case "archive":
    case "restore":
      return json<ListReply>({ ...done(await moveStatus(shop, data.ids, data.intent, now), data.ids), intent: data.intent });
  }
}

export default function Offers() {
  return <OffersPage {...useLoaderData<typeof loader>()} />;
}
