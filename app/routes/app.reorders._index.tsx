import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page, Tabs } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { downloadBlob } from "../components/download";
import { DuesPage } from "../components/reorders/DuesPage";
import { PromptedProducts } from "../components/reorders/PromptedProducts";
import { SegmentsCard } from "../components/reorders/SegmentsCard";
import { reorderTabs, tabNamed } from "../components/reorders/tabs";
import { usePolling } from "../components/use-polling";
import { parseDueFilter } from "../domain/reorders/due-listing";
import type { PageTexts } from "../i18n/page-texts";
import { readDues } from "../services/reorders/due-page.server";
import { readHandOver, turnHandOver } from "../services/reorders/hand-over-page.server";
import { promptedProducts } from "../services/reorders/prompted-products.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["reorders"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const after = searchParams.get("after");
  const now = new Date();
  switch (tabNamed(searchParams.get("tab"))) {
    case "due": return json({ tab: "due" as const, ...(await readDues(shop, parseDueFilter(searchParams), after, now)) });
    case "products": return json({ tab: "products" as const, ...(await promptedProducts(shop, after, now)) });
    case "segments": return json({ tab: "segments" as const, ...(await readHandOver(shop)) });
  }
}

const Change = z.object({ isOn: z.boolean() });

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = Change.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  await turnHandOver(shop, wanted.data.isOn, userId, new Date());
  return json({ isOn: wanted.data.isOn });
}

export default function Reorders() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof action>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const loading = useNavigation().state === "loading";
  const [wasDeclined, setWasDeclined] = useState(false);
  usePolling(data.tab === "segments" && (fetcher.state !== "idle" || (data.walk !== null && data.walk.finishedAt === null) || (data.isOn && data.walk === null)));

  const reply = fetcher.data;
  useEffect(() => {
    if (reply) shopify.toast.show(t(reply.isOn ? "reorders:segments.turnedOn" : "reorders:segments.turnedOff"));
  }, [reply, shopify, t]);

  const change = (name: string, value: string) => {
    const kept = new URLSearchParams(params);
    kept.delete("after");
    if (value === "") kept.delete(name);
    else kept.set(name, value);
    setParams(kept, { preventScrollReset: true });
  };
  const turn = async (isOn: boolean) => {
    const isGranted = !isOn || (await shopify.scopes.request(["write_customers"])).result === "granted-all";
    setWasDeclined(!isGranted);
    if (isGranted) fetcher.submit({ isOn }, { method: "post", encType: "application/json" });
  };
  const exportCsv = async () => {
    const reply = await fetch(`/app/reorders/export?${params.toString()}`);
    if (reply.ok) downloadBlob(t("reorders:export.file"), await reply.blob());
    else shopify.toast.show(t("reorders:export.failed"), { isError: true });
  };
  const pagesOf = ({ next, previous }: { next: string | null; previous: boolean }) =>
    (next !== null || previous ? { hasNext: next !== null, hasPrevious: previous, onNext: () => change("after", next ?? ""), onPrevious: () => navigate(-1) } : null);
  const tabs = reorderTabs(t);
  return (
    <Page
      title={t("reorders:title")} subtitle={t("reorders:subtitle")}
      {...(data.tab === "due" && data.lines.length > 0 && { secondaryActions: [{ content: t("reorders:export.action"), onAction: () => void exportCsv() }] })}
    >
      <BlockStack gap="400">
        <Tabs
          tabs={tabs.map(({ id, content }) => ({ id, content, panelID: "reorders" }))} selected={tabs.findIndex(({ id }) => id === data.tab)}
          onSelect={(index) => setParams(index === 0 ? {} : { tab: tabs[index]?.id ?? "due" })}
        />
        <div id="reorders" aria-busy={loading}>
          {data.tab === "due" && <DuesPage data={data} params={params} loading={loading} pagination={pagesOf(data)} onChange={change} />}
          {data.tab === "products" && <PromptedProducts rows={data.rows} loading={loading} pagination={pagesOf(data)} />}
          {data.tab === "segments" && (
            <SegmentsCard
              state={data} busy={fetcher.state !== "idle"} wasDeclined={wasDeclined} onTurn={(isOn) => void turn(isOn)} onCopied={() => shopify.toast.show(t("reorders:segments.copied"))}
            />
          )}
        </div>
      </BlockStack>
    </Page>
  );
}
