import { BlockStack, Card, Layout, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { skeletonOf } from "./page-skeleton";

/** What a page looks like while it is on its way: its title where that is known, and cards in its shape. */
export function PageSkeleton({ pathname }: { pathname: string }) {
  const { t } = useTranslation();
  const { section, isDetail } = skeletonOf(pathname);
  const cards = isDetail ? [3, 5] : [8];
  return (
    <SkeletonPage {...(section !== null && { title: t(`common:nav.${section}`) })} backAction={isDetail} primaryAction={!isDetail}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">{cards.map((lines) => <SkeletonCard key={lines} lines={lines} />)}</BlockStack>
        </Layout.Section>
        {isDetail && <Layout.Section variant="oneThird"><SkeletonCard lines={4} /></Layout.Section>}
      </Layout>
    </SkeletonPage>
  );
}

function SkeletonCard({ lines }: { lines: number }) {
  return (
    <Card>
      <BlockStack gap="400">
        <SkeletonDisplayText size="small" />
        <SkeletonBodyText lines={lines} />
      </BlockStack>
    </Card>
  );
}
