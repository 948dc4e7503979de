import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { BlockStack, Card, EmptyState, Page, Tabs } from "@shopify/polaris";
import emptyImage from "../components/illustrations/offers.svg";
import { BoughtAgain } from "../components/recommendations/BoughtAgain";
import { GapHistogram } from "../components/recommendations/GapHistogram";
import { MissingRungs } from "../components/recommendations/MissingRungs";
import { ProductsTable } from "../components/recommendations/ProductsTable";
import { gapLines } from "../components/recommendations/gap-lines";
import { missingRungLines, rebuyLines } from "../components/recommendations/lines";
import { recommendationTabs, tabNamed } from "../components/recommendations/tabs";
import { findProducts } from "../services/recommendations/find-products.server";
import { missingRungsOf, reboughtProducts } from "../services/recommendations/insight.server";
import { readPurchaseGaps } from "../services/recommendations/purchase-gaps.server";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const after = searchParams.get("after");
  switch (tabNamed(searchParams.get("tab"))) {
    case "products":
      return json({ tab: "products" as const, ...(await findProducts(shop, searchParams.get("q") ?? "", after)) });
    case "missing": {
      const [rungs, installation] = await Promise.all([missingRungsOf(shop), findInstalledShop(shop)]);
      const currency = installation?.currency ?? "USD";
      return json({ tab: "missing" as const, currency, rungs: missingRungLines(rungs, currency), next: null, previous: false });
    }
    case "again": {
      const [{ rows, cursor }, gaps] = await Promise.all([reboughtProducts(shop, after), after === null ? readPurchaseGaps(shop) : null]);
      // Most first: behind the first that nobody bought again come none that somebody did.
      const again = rows.filter(({ repeats }) => repeats > 0);
      return json({ tab: "again" as const, lines: rebuyLines(again), gaps: gaps && gapLines(gaps), next: again.length === rows.length ? cursor : null, previous: after !== null });
    }
  }
}

export default function Recommendations() {
  const data = useLoaderData<typeof loader>();
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const loading = useNavigation().state === "loading";
  const search = params.get("q") ?? "";
  const moveTo = (name: "q" | "after", value: string) => {
    const kept = new URLSearchParams(params);
    kept.delete("after");
    if (value === "") kept.delete(name);
    else kept.set(name, value);
    setParams(kept, { replace: name === "q", preventScrollReset: name === "q" });
  };
  const pagination = data.next !== null || data.previous
    ? { hasNext: data.next !== null, hasPrevious: data.previous, onNext: () => moveTo("after", data.next ?? ""), onPrevious: () => navigate(-1) }
    : null;
  return (
    <Page title="Recommendations" subtitle="What Encore has learned from your orders, with the counts behind it.">
      <BlockStack gap="400">
        <Tabs
          tabs={recommendationTabs.map(({ id, content }) => ({ id, content, panelID: "recommendations" }))}
          selected={recommendationTabs.findIndex(({ id }) => id === data.tab)}
          onSelect={(index) => setParams(index === 0 ? {} : { tab: recommendationTabs[index]?.id ?? "products" })}
        />
        <div id="recommendations" aria-busy={loading}>
          {data.tab === "products" && (data.products.length === 0 && search === "" && !data.previous
            ? <NoProducts />
            : <ProductsTable products={data.products} search={search} onSearch={(text) => moveTo("q", text)} loading={loading} pagination={pagination} />)}
          {data.tab === "missing" && <MissingRungs rungs={data.rungs} currency={data.currency} />}
          {data.tab === "again" && (
            <BlockStack gap="400">
              {data.gaps && <GapHistogram lines={data.gaps} />}
              <BoughtAgain lines={data.lines} loading={loading} pagination={pagination} />
            </BlockStack>
          )}
        </div>
      </BlockStack>
    </Page>
  );
}

function NoProducts() {
  return (
    <Card>
      <EmptyState heading="Your products aren’t here yet" image={emptyImage} action={{ content: "See the import", url: "/app/settings" }}>
        <p>Once your products and orders are imported, you can look up what goes with each of them.</p>
      </EmptyState>
    </Card>
  );
}
