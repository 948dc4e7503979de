import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Button, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { templateKeys } from "../domain/offers/templates";
import type { PageTexts } from "../i18n/page-texts";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["onboarding"] };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return json({ keys: ["manual" as const, ...templateKeys] });
}

export default function Templates() {
  const { t } = useTranslation();
  // Not imported here: templates bring every schema along.
  const { keys } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("onboarding:templates.title")} subtitle={t("onboarding:templates.about")} backAction={{ content: t("common:nav.offers"), url: "/app/offers" }}
    >
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 3 }} gap="400">
        {keys.map((key) => (
          <Card key={key}>
            <BlockStack gap="300" inlineAlign="start">
              <Text as="h2" variant="headingSm">{t(`onboarding:template.${key}`)}</Text>
              <Text as="p" tone="subdued">{t(`onboarding:about.${key}`)}</Text>
              <Button url={key === "manual" ? "/app/offers/new" : `/app/offers/new?template=${key}`} accessibilityLabel={t("onboarding:templates.useNamed", { name: t(`onboarding:template.${key}`) })}>{t("onboarding:templates.use")}</Button>
            </BlockStack>
          </Card>
        ))}
      </InlineGrid>
    </Page>
  );
}
