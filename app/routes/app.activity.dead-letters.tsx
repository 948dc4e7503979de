import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, EmptyState, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { z } from "zod";
import { ConfirmModal } from "../components/ConfirmModal";
import { DeadLettersTable } from "../components/inbox/DeadLettersTable";
import emptyImage from "../components/illustrations/activity.svg";
import { timeText } from "../components/time-text";
import { listDeadLetters, replayDeadLetters } from "../services/inbox/dead-letters.server";
import { findShopZone } from "../services/shops/preferences.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const after = new URL(request.url).searchParams.get("after");
  const [{ items, next }, timeZone] = await Promise.all([listDeadLetters(shop, after), findShopZone(shop)]);
  return json({
    next,
    previous: after !== null,
    letters: items.map(({ id, topic, receivedAt, attempts, error }) => ({ id, topic, attempts, error, time: timeText(receivedAt.toISOString(), timeZone) })),
  });
}

const Wanted = z.object({ id: z.string().min(1).max(400) });

export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const wanted = Wanted.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  return json({ replayed: await replayDeadLetters(shop, wanted.data.id === "all" ? "all" : [wanted.data.id]) });
}

export default function DeadLetters() {
  const { letters, next, previous } = useLoaderData<typeof loader>();
  const fetcher = useFetcher<typeof action>();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const replay = (id: string) => fetcher.submit({ id }, { method: "post" });
  const busy = fetcher.state !== "idle";

  const reply = fetcher.data;
  useEffect(() => {
    if (reply) shopify.toast.show(reply.replayed === 1 ? "1 update is being processed again" : `${reply.replayed} updates are being processed again`);
  }, [reply, shopify]);

  return (
    <Page
      title="Unprocessed updates"
      subtitle="What Shopify told Encore and Encore couldn’t process after several tries. Nothing is lost."
      backAction={{ content: "Activity", url: "/app/activity" }}
      {...(letters.length > 0 && { primaryAction: { content: "Process all again", disabled: busy, onAction: () => setAsking(true) } })}
    >
      <Card padding="0">
        {letters.length === 0 ? (
          <EmptyState heading="Every update has been processed" image={emptyImage} action={{ content: "Go to Home", url: "/app" }}>
            <p>Updates that can’t be processed wait here until you have them tried again.</p>
          </EmptyState>
        ) : (
          <DeadLettersTable
            letters={letters}
            busy={busy}
            onReplay={replay}
            pagination={next !== null || previous ? { hasNext: next !== null, hasPrevious: previous, onNext: () => setParams({ after: next ?? "" }), onPrevious: () => navigate(-1) } : null}
          />
        )}
      </Card>
      <ConfirmModal open={asking} title="Process all again?" confirm="Process all again" onConfirm={() => replay("all")} onClose={() => setAsking(false)}>
        Every update on this list is processed once more. What was counted already isn’t counted twice.
      </ConfirmModal>
    </Page>
  );
}
