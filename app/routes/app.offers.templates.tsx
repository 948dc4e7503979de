import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { BlockStack, Button, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { templateList } from "../components/onboarding/template-list";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return json({});
}

export default function Templates() {
  return (
    <Page
      title="New offer" subtitle="Begin with a template, or with an empty page. You can change everything." backAction={{ content: "Offers", url: "/app/offers" }}
      primaryAction={{ content: "Start empty", url: "/app/offers/new" }}
    >
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 3 }} gap="400">
        {templateList.map(({ key, name, about }) => (
          <Card key={key}>
            <BlockStack gap="300" inlineAlign="start">
              <Text as="h2" variant="headingSm">{name}</Text>
              <Text as="p" tone="subdued">{about}</Text>
              <Button url={`/app/offers/new?template=${key}`} accessibilityLabel={`Use template: ${name}`}>Use template</Button>
            </BlockStack>
          </Card>
        ))}
      </InlineGrid>
    </Page>
  );
}
