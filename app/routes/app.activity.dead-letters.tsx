import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, EmptyState, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ConfirmModal } from "../components/ConfirmModal";
import { DeadLettersTable } from "../components/inbox/DeadLettersTable";
import emptyImage from "../components/illustrations/activity.svg";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { timeText } from "../i18n/values";
import { listDeadLetters, replayDeadLetters } from "../services/inbox/dead-letters.server";
import { findShopZone } from "../services/shops/preferences.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["inbox"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const after = new URL(request.url).searchParams.get("after");
  const [{ items, next }, timeZone] = await Promise.all([listDeadLetters(shop, after), findShopZone(shop)]);
  const t = translator(request);
  return json({
    next,
    previous: after !== null,
    letters: items.map(({ id, topic, receivedAt, attempts, error }) => ({ id, topic, attempts, error, time: timeText(t, receivedAt.toISOString(), timeZone) })),
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
  const { t } = useTranslation();
  const fetcher = useFetcher<typeof action>();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const replay = (id: string) => fetcher.submit({ id }, { method: "post" });
  const busy = fetcher.state !== "idle";

  const reply = fetcher.data;
  useEffect(() => {
    if (reply) shopify.toast.show(t("inbox:replayed", { count: reply.replayed }));
  }, [reply, shopify, t]);

  return (
    <Page
      title={t("inbox:title")}
      subtitle={t("inbox:subtitle")}
      backAction={{ content: t("common:nav.activity"), url: "/app/activity" }}
      {...(letters.length > 0 && { primaryAction: { content: t("inbox:againAll"), disabled: busy, onAction: () => setAsking(true) } })}
    >
      <Card padding="0">
        {letters.length === 0 ? (
          <EmptyState heading={t("inbox:emptyHeading")} image={emptyImage} action={{ content: t("common:error.goHome"), url: "/app" }}>
            <p>{t("inbox:emptyText")}</p>
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
      <ConfirmModal open={asking} title={t("inbox:againAllTitle")} confirm={t("inbox:againAll")} onConfirm={() => replay("all")} onClose={() => setAsking(false)}>
        {t("inbox:againAllText")}
      </ConfirmModal>
    </Page>
  );
}
