import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { CompanionsCard } from "../components/recommendations/CompanionsCard";
import { LaddersCard } from "../components/recommendations/LaddersCard";
import { chosenText } from "../components/recommendations/chosen-text";
import { companionLines } from "../components/recommendations/lines";
import { usePickProduct } from "../components/recommendations/use-pick-product";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { readProductInsight } from "../services/recommendations/product-insight.server";
import { chooseCompanion } from "../services/recommendations/staff-choices.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["recommendations"] };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const productId = productIdOf(params.productId);
  const insight = await readProductInsight(shop, productId);
  if (!insight) throw notFound();
  const { title, currency, companions, ladders, isExcluded } = insight;
  return json({ productId, title, currency, ladders, isExcluded, companions: companionLines(translator(request), companions, title) });
}

/** `everywhere`: beside any product. */
const Change = z.object({ companionId: z.int().positive(), choice: z.enum(["pin", "exclude"]).nullable(), everywhere: z.boolean(), isUndone: z.boolean() })
  .refine(({ choice, everywhere }) => !(everywhere && choice === "pin"));
type Change = z.infer<typeof Change>;

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const productId = productIdOf(params.productId);
  const wanted = Change.safeParse(await request.json().catch(() => null));
  if (!wanted.success || (!wanted.data.everywhere && wanted.data.companionId === productId)) throw new Response("Not understood", { status: 400 });
  const { companionId, choice, everywhere } = wanted.data;
  const before = await chooseCompanion(shop, { productId: everywhere ? null : productId, companionId }, choice, userId, new Date());
  return json({ done: wanted.data, before });
}

export default function ProductRecommendations() {
  const { productId, title, currency, companions, ladders, isExcluded } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof action>();
  const pick = usePickProduct();
  const busy = fetcher.state !== "idle";
  const { submit } = fetcher;
  const change = (wanted: Change) => submit(wanted, { method: "post", encType: "application/json" });

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    const { done, before } = reply;
    shopify.toast.show(chosenText(t, done), done.isUndone ? {} : {
      action: t("recommendations:hand.undo"),
      onAction: () => submit({ ...done, choice: before, isUndone: true }, { method: "post", encType: "application/json" }),
    });
  }, [reply, shopify, submit, t]);

  const add = async () => {
    const picked = await pick();
    if (picked === null) return;
    if (picked === productId) shopify.toast.show(t("recommendations:hand.itself"), { isError: true });
    else change({ companionId: picked, choice: "pin", everywhere: false, isUndone: false });
  };
  const everywhere = (choice: "exclude" | null) => change({ companionId: productId, choice, everywhere: true, isUndone: false });
  return (
    <Page
      title={title} subtitle={t("recommendations:productSubtitle")} backAction={{ content: t("recommendations:title"), url: "/app/recommendations" }}
      {...(!isExcluded && { secondaryActions: [{ content: t("recommendations:hand.excludeEverywhere"), disabled: busy, onAction: () => everywhere("exclude") }] })}
    >
      <BlockStack gap="400">
        {isExcluded && (
          <Banner tone="warning" title={t("recommendations:hand.isNeverTitle")} action={{ content: t("recommendations:hand.includeEverywhere"), disabled: busy, onAction: () => everywhere(null) }}>
            <p>{t("recommendations:hand.isNever")}</p>
          </Banner>
        )}
        <CompanionsCard
          title={title} companions={companions} busy={busy} onAdd={() => void add()}
          onChoose={(companionId, choice) => change({ companionId, choice, everywhere: false, isUndone: false })}
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
