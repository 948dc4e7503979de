import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, Card, Layout, Page, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { GuardedAct } from "../../domain/shops/staff-rights";
import { usePolling } from "../use-polling";
import { DeletionCard } from "./DeletionCard";
import { ExportCard } from "./ExportCard";
import type { ExportLine } from "./ExportCard";

export interface DataReply {
  result: "exporting" | "removed" | "deleting" | "wrongName" | "kept" | "notAllowed" | "unreachable";
}

interface DataPageProps {
  shopName: string;
  timeZone: string;
  exports: ExportLine[];
  deletion: { requestedAt: string; runsAt: string } | null;
  who: "owner" | "collaborator" | "staff" | "unknown";
  may: { act: GuardedAct; answer: "yes" | "no" | "ask" }[];
}

/** Taking the shop's data out, having it deleted, and who may. */
export function DataPage({ shopName, timeZone, exports, deletion, who, may }: DataPageProps) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<DataReply>();
  usePolling(exports.some(({ status }) => status === "requested" || status === "running"));
  const reply = fetcher.data;
  useEffect(() => {
    if (reply && reply.result !== "wrongName") shopify.toast.show(t(`settings:dataTold.${reply.result}`), { isError: reply.result === "notAllowed" || reply.result === "unreachable" });
  }, [reply, shopify, t]);
  const submit = (fields: Record<string, string>) => fetcher.submit(fields, { method: "post" });
  const mayDo = (act: GuardedAct) => may.some((one) => one.act === act && one.answer === "yes");
  const isBusy = fetcher.state !== "idle";
  return (
    <Page title={t("settings:data.title")} backAction={{ content: t("settings:title"), url: "/app/settings" }}>
      <BlockStack gap="400">
        {deletion !== null && <Banner tone="critical" title={t("settings:deletion.plannedTitle")}><Text as="p">{t("settings:deletion.planned", { at: deletion.runsAt, timeZone })}</Text></Banner>}
        <Layout>
          <Layout.AnnotatedSection title={t("settings:export.title")} description={t("settings:export.description")}>
            <ExportCard exports={exports} timeZone={timeZone} mayExport={mayDo("export")} isBusy={isBusy} submit={submit} />
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection title={t("settings:deletion.title")} description={t("settings:deletion.description")}>
            <DeletionCard shopName={shopName} isPlanned={deletion !== null} mayDelete={mayDo("deletion")} isBusy={isBusy} isWrongName={reply?.result === "wrongName"} submit={submit} />
          </Layout.AnnotatedSection>
          <Layout.AnnotatedSection title={t("settings:staff.title")} description={t("settings:staff.description")}>
            <Card>
              <BlockStack gap="300">
                <Text as="p">{t(`settings:staff.you.${who}`)}</Text>
                {may.map(({ act, answer }) => (
                  <BlockStack key={act} gap="100" inlineAlign="start">
                    <Badge {...(answer === "yes" && { tone: "success" as const })}>{t(`settings:staff.answer.${answer}`)}</Badge>
                    <Text as="p">{t(`settings:staff.act.${act}`)}</Text>
                  </BlockStack>
                ))}
                <Text as="p" tone="subdued">{t("settings:staff.rest")}</Text>
              </BlockStack>
            </Card>
          </Layout.AnnotatedSection>
        </Layout>
      </BlockStack>
    </Page>
  );
}
