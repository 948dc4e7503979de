import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { z } from "zod";
import { CompanionsCard } from "../components/recommendations/CompanionsCard";
import type { CompanionIntent } from "../components/recommendations/CompanionsCard";
import { LaddersCard } from "../components/recommendations/LaddersCard";
import { companionLines } from "../components/recommendations/lines";
import { setExclusion, setPin } from "../services/recommendations/insight.server";
import { readProductInsight } from "../services/recommendations/product-insight.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const insight = await readProductInsight(shop, productIdOf(params.productId));
  if (!insight) throw notFound();
  const { title, currency, companions, ladders } = insight;
  return json({ title, currency, ladders, companions: companionLines(companions) });
}

const Change = z.object({ intent: z.enum(["pin", "unpin", "exclude", "include"]), companionId: z.int().positive() });

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const productId = productIdOf(params.productId);
  const wanted = Change.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const { intent, companionId } = wanted.data;
  const now = new Date();
  if (intent === "pin" || intent === "unpin") await setPin(shop, productId, companionId, intent === "pin", now);
  else await setExclusion(shop, productId, companionId, intent === "exclude", now);
  return json({ intent });
}

const toasts: Record<CompanionIntent, string> = {
  pin: "Pinned: it comes first", unpin: "No longer pinned", exclude: "Left out from now on", include: "Allowed again",
};

export default function ProductRecommendations() {
  const { title, currency, companions, ladders } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const fetcher = useFetcher<{ intent: CompanionIntent }>();
  const reply = fetcher.data;
  useEffect(() => {
    if (reply) shopify.toast.show(toasts[reply.intent]);
  }, [reply, shopify]);
  return (
    <Page title={title} subtitle="What goes with it, and what customers could move up to." backAction={{ content: "Recommendations", url: "/app/recommendations" }}>
      <BlockStack gap="400">
        <CompanionsCard
          title={title} companions={companions} busy={fetcher.state !== "idle"}
          onChange={(intent, companionId) => fetcher.submit({ intent, companionId }, { method: "post", encType: "application/json" })}
        />
        <LaddersCard ladders={ladders} currency={currency} />
      </BlockStack>
    </Page>
  );
}

/** Anything that is no id names no product. */
function productIdOf(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,14}$/.test(text)) throw notFound();
  return Number(text);
}

function notFound(): Response {
  return new Response("No such product", { status: 404 });
}
