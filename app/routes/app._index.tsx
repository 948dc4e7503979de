import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { BlockStack, Box, InlineStack, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { NeedsAttention } from "../components/home/NeedsAttention";
import { PeriodField } from "../components/home/PeriodField";
import { StillCounting } from "../components/home/StillCounting";
import { SetupGuide } from "../components/home/SetupGuide";
import { setupSteps } from "../components/home/setup-steps";
import { ProposalsCard } from "../components/onboarding/ProposalsCard";
import type { ProposalReply } from "../components/onboarding/ProposalsCard";
import { ChartCard } from "../components/reports/ChartCard";
import { FigureCards } from "../components/reports/FigureCards";
import { periodName } from "../components/reports/period-labels";
import { usePolling } from "../components/use-polling";
import { ProposalKind } from "../domain/offers/propose";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { shortDayText } from "../i18n/values";
import { dismissProposal, listProposals, publishProposal } from "../services/offers/proposals.server";
import { readHome } from "../services/reports/home.server";
import { setSetupDismissed } from "../services/shops/preferences.server";
import { startBackfill } from "../services/sync/start-backfill.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["home", "onboarding", "errors"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const period = periodName(new URL(request.url).searchParams.get("period"));
  const [home, proposals] = await Promise.all([readHome(shop, period, new Date()), listProposals(shop)]);
  const { setup } = home;
  const t = translator(request);
  return json({
    period,
    currency: home.currency,
    figures: home.figures,
    before: home.before,
    uncounted: home.uncounted,
    isProposing: home.isProposing,
    proposals,
    setup: { ...home.ever, catalogue: setup.catalogue, orders: setup.orders, dismissed: home.setupDismissed },
    attention: { scopesMissing: setup.scopesMissing, deadLetters: setup.deadLetters, stuckOffers: home.stuckOffers, silentPlacements: home.silentPlacements, billing: home.billing },
    steps: home.steps.map(({ day, impressions, acceptances, revenueMinor }) => ({ label: shortDayText(t, day), impressions, acceptances, revenueMinor })),
  });
}

/** On phones cards reach the edge of the screen; text beside them must not. */
const narrow = { xs: "400", sm: "0" } as const;

const HomeAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("dismissSetup") }),
  z.object({ intent: z.literal("retry"), kind: z.enum(["catalogue", "orders"]) }),
  z.object({ intent: z.enum(["publishProposal", "dismissProposal", "restoreProposal"]), kind: ProposalKind }),
]);

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = HomeAction.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const now = new Date();
  const { data } = wanted;
  switch (data.intent) {
    case "dismissSetup":
      await setSetupDismissed(shop, true, now);
      return json({ done: true });
    case "retry":
      await startBackfill(shop, data.kind, now);
      return json({ done: true });
    case "publishProposal": {
      const published = await publishProposal(translator(request), shop, data.kind, userId, now);
      return json<ProposalReply>(published === null ? { settled: true } : { published });
    }
    case "dismissProposal":
      await dismissProposal(shop, data.kind, true, now);
      return json<ProposalReply>({ dismissed: data.kind });
    case "restoreProposal":
      await dismissProposal(shop, data.kind, false, now);
      return json<ProposalReply>({ restored: true });
  }
}

export default function Home() {
  const { period, currency, figures, before, uncounted, isProposing, proposals, setup, attention, steps } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const fetcher = useFetcher();
  const guide = setupSteps(t, { ...setup, suggested: proposals.length > 0 });
  const isGuided = !setup.dismissed && guide.some((step) => !step.done);
  // With nothing live yet, what can be published at once comes first; it stays where it is while the page is open.
  const [suggestsFirst] = useState(!setup.live);
  const importing = [setup.catalogue, setup.orders].some(({ state }) => state === "running" || state === "notStarted");
  usePolling(importing || isProposing || uncounted >= 100 || proposals.some(({ isReplaying }) => isReplaying));
  const suggestions = (
    <>
      {!importing && <StillCounting left={uncounted} isProposing={isProposing} />}
      <ProposalsCard proposals={proposals} />
    </>
  );
  const failedImports = (["catalogue", "orders"] as const).flatMap((kind) =>
    setup[kind].state === "failed" ? [{ kind, error: setup[kind].error ?? "" }] : []);
  return (
    <Page title={t("home:title")} {...(setup.offers > 0 && { primaryAction: { content: t("home:createOffer"), url: "/app/offers/templates" } })}>
      <BlockStack gap="400">
        <NeedsAttention
          {...attention}
          // The set-up guide leads there by itself.
          silentPlacements={attention.silentPlacements.filter((placement) => !isGuided || placement !== "post-purchase")}
          failedImports={failedImports}
          busy={fetcher.state !== "idle"}
          onRetry={(kind) => fetcher.submit({ intent: "retry", kind }, { method: "post" })}
        />
        {suggestsFirst && suggestions}
        {isGuided && (
          <SetupGuide steps={guide} onDismiss={() => fetcher.submit({ intent: "dismissSetup" }, { method: "post" })} />
        )}
        {!suggestsFirst && suggestions}
        <Box paddingInline={narrow}><InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">{t("home:results")}</Text>
          <PeriodField period={period} />
        </InlineStack></Box>
        <FigureCards figures={figures} before={before} steps={steps} currency={currency} period={period} />
        <ChartCard steps={steps} currency={currency} />
        <Box paddingInline={narrow} paddingBlockEnd="400"><Text as="p" tone="subdued">
          {t("home:footnote")}
        </Text></Box>
      </BlockStack>
    </Page>
  );
}
