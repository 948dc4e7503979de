import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, EmptyState, Page, Tabs } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import emptyImage from "../components/illustrations/offers.svg";
import { BoughtAgain } from "../components/recommendations/BoughtAgain";
import { ChosenByHand } from "../components/recommendations/ChosenByHand";
import { GapHistogram } from "../components/recommendations/GapHistogram";
import { MissingRungs } from "../components/recommendations/MissingRungs";
import { ProductsTable } from "../components/recommendations/ProductsTable";
import { gapLines } from "../components/recommendations/gap-lines";
import { missingRungLines, rebuyLines } from "../components/recommendations/lines";
import { recommendationTabs, tabNamed } from "../components/recommendations/tabs";
import { productSortNamed } from "../domain/recommendations/product-listing";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";
import { findProducts } from "../services/recommendations/find-products.server";
import { missingRungsOf, reboughtProducts } from "../services/recommendations/insight.server";
import { readPurchaseGaps } from "../services/recommendations/purchase-gaps.server";
import { chooseCompanion, listChosenByHand } from "../services/recommendations/staff-choices.server";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["recommendations"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const t = translator(request);
  const { searchParams } = new URL(request.url);
  const after = searchParams.get("after");
  switch (tabNamed(searchParams.get("tab"))) {
    case "products": {
      const sort = productSortNamed(searchParams.get("sort"));
      return json({ tab: "products" as const, sort, ...(await findProducts(shop, searchParams.get("q") ?? "", sort, after)) });
    }
    case "missing": {
      const [rungs, installation] = await Promise.all([missingRungsOf(shop), findInstalledShop(shop)]);
      const currency = installation?.currency ?? "USD";
      const hasProducts = rungs.length > 0 || (await findProducts(shop, "", "orders", null)).products.length > 0;
      return json({ tab: "missing" as const, currency, hasProducts, rungs: missingRungLines(t, rungs, currency), next: null, previous: false });
    }
    case "again": {
      const [{ rows, cursor }, gaps] = await Promise.all([reboughtProducts(shop, after), after === null ? readPurchaseGaps(shop) : null]);
      // Most first: behind the first that nobody bought again come none that somebody did.
      const again = rows.filter(({ repeats }) => repeats > 0);
      return json({ tab: "again" as const, lines: rebuyLines(t, again), gaps: gaps && gapLines(t, gaps), next: again.length === rows.length ? cursor : null, previous: after !== null });
    }
    case "byHand": {
      const [chosen, installation] = await Promise.all([listChosenByHand(shop, userId, after), findInstalledShop(shop)]);
      return json({ tab: "byHand" as const, timeZone: installation?.timeZone ?? "UTC", ...chosen });
    }
  }
}

const TakenBack = z.object({ productId: z.int().positive().nullable(), companionId: z.int().positive() });

/** Takes back what staff chose by hand. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId } = await requireAdmin(request);
  const wanted = TakenBack.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  await chooseCompanion(shop, wanted.data, null, userId, new Date());
  return json({ isTakenBack: true });
}

export default function Recommendations() {
  const data = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<typeof action>();
  const reply = fetcher.data;
  useEffect(() => {
    if (reply) shopify.toast.show(t("recommendations:hand.nowNull"));
  }, [reply, shopify, t]);
  const loading = useNavigation().state === "loading";
  const search = params.get("q") ?? "";
  const moveTo = (name: "q" | "sort" | "after", value: string) => {
    const kept = new URLSearchParams(params);
    kept.delete("after");
    if (value === "") kept.delete(name);
    else kept.set(name, value);
    setParams(kept, { replace: name === "q", preventScrollReset: name !== "after" });
  };
  const pagination = data.next !== null || data.previous
    ? { hasNext: data.next !== null, hasPrevious: data.previous, onNext: () => moveTo("after", data.next ?? ""), onPrevious: () => navigate(-1) }
    : null;
  const tabs = recommendationTabs(t);
  return (
    <Page title={t("recommendations:title")} subtitle={t("recommendations:subtitle")}>
      <BlockStack gap="400">
        <Tabs
          tabs={tabs.map(({ id, content }) => ({ id, content, panelID: "recommendations" }))}
          selected={tabs.findIndex(({ id }) => id === data.tab)}
          onSelect={(index) => setParams(index === 0 ? {} : { tab: tabs[index]?.id ?? "products" })}
        />
        <div id="recommendations" aria-busy={loading}>
          {data.tab === "products" && (data.products.length === 0 && search === "" && !data.previous
            ? <NoProducts />
            : (
              <ProductsTable
                products={data.products} search={search} onSearch={(text) => moveTo("q", text)} sort={data.sort} onSort={(sort) => moveTo("sort", sort === "orders" ? "" : sort)}
                loading={loading} pagination={pagination}
              />
            ))}
          {data.tab === "missing" && (data.hasProducts ? <MissingRungs rungs={data.rungs} currency={data.currency} /> : <NoProducts />)}
          {data.tab === "again" && (
            <BlockStack gap="400">
              {data.gaps && <GapHistogram lines={data.gaps} />}
              <BoughtAgain lines={data.lines} loading={loading} pagination={pagination} />
            </BlockStack>
          )}
          {data.tab === "byHand" && (
            <ChosenByHand
              rows={data.rows} timeZone={data.timeZone} busy={fetcher.state !== "idle"} loading={loading} pagination={pagination}
              onTakeBack={({ productId, companionId }) => fetcher.submit({ productId, companionId }, { method: "post", encType: "application/json" })}
            />
          )}
        </div>
      </BlockStack>
    </Page>
  );
}

function NoProducts() {
  const { t } = useTranslation();
  return (
    <Card>
      <EmptyState heading={t("recommendations:empty.title")} image={emptyImage} action={{ content: t("recommendations:empty.action"), url: "/app/settings" }}>
        <p>{t("recommendations:empty.text")}</p>
      </EmptyState>
    </Card>
  );
}
