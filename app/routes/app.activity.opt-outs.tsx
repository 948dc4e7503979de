import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData, useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { Box, Card, Page, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { OptOutsTable } from "../components/courtesy/OptOutsTable";
import { periodChoices, periodName } from "../components/reports/period-labels";
import type { PageTexts } from "../i18n/page-texts";
import { readOptOuts } from "../services/courtesy/opt-out-page.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["activity", "home"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const { searchParams } = new URL(request.url);
  const period = periodName(searchParams.get("period"));
  return json({ period, ...(await readOptOuts(shop, period, searchParams.get("after"), new Date())) });
}

export default function OptOuts() {
  const { period, lines, timeZone, next, previous } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const navigate = useNavigate();
  const loading = useNavigation().state === "loading";
  const pagination = next === null && !previous ? null : {
    hasNext: next !== null, hasPrevious: previous, onNext: () => setParams({ period, after: next ?? "" }), onPrevious: () => navigate(-1),
  };
  return (
    <Page title={t("activity:optOuts.title")} subtitle={t("activity:optOuts.subtitle")} backAction={{ content: t("activity:home"), url: `/app?period=${period}` }}>
      <Card padding="0">
        <Box padding="400">
          <Select label={t("activity:optOuts.period")} options={periodChoices(t)} value={period} onChange={(value) => setParams({ period: value }, { preventScrollReset: true })} />
        </Box>
        <OptOutsTable lines={lines} timeZone={timeZone} loading={loading} pagination={pagination} />
        <Box padding="400"><Text as="p" tone="subdued" variant="bodySm">{t("activity:optOuts.kept")}</Text></Box>
      </Card>
    </Page>
  );
}
