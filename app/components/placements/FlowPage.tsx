import { Banner, BlockStack, Card, Checkbox, DataTable, FormLayout, Layout, List, Page, ProgressBar, Text, TextField } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FlowTrigger } from "../../domain/flow/events";
import { flowTriggers } from "../../domain/flow/events";
import type { FlowSettings } from "../../domain/flow/settings";
import { errorText } from "../../i18n/error-text";
import { decimalSign } from "../../i18n/values";
import { FormSaveBar } from "../FormSaveBar";
import { useSettingsForm } from "../use-settings-form";
import { useSteadyActions } from "../use-steady-actions";
import { formReader, saveRequest, settingsToForm } from "./flow-form";

interface Figure { trigger: FlowTrigger; status: string; count: number }

export interface FlowPageProps {
  settings: FlowSettings;
  currency: string;
  figures: readonly Figure[];
  /** The last daily search for reorders. */
  run: { day: string; customersTotal: number; customersChecked: number; found: number; finishedAt: string | null } | null;
  /** What reminders of the last year were worth, as far as their time is over. */
  prompts: { sent: number; succeeded: number; isStopped: boolean };
}

const columns = ["event", "sent", "waiting", "uncertain"] as const;

/** What Shopify Flow is told, so that a merchant's own tools write to customers. */
export function FlowPage({ settings, currency, figures, run, prompts }: FlowPageProps) {
  const { t } = useTranslation();
  const read = useMemo(() => formReader(currency), [currency]);
  const saved = settingsToForm(settings, currency);
  const state = useSettingsForm({ saved: { ...saved, valuedSpent: saved.valuedSpent.replace(".", decimalSign(t)) }, read, request: saveRequest, savedText: t("placements:flow.saved") });
  const { form, errors, change } = state;
  const shownError = (path: string) => (errors[path] === undefined ? undefined : errorText(t, errors[path]));
  const unsure = total(figures, "unsure") + total(figures, "refused");
  const actions = useSteadyActions([{ content: t("placements:snippetsLink"), url: "/app/placements/snippets" }]);
  return (
    <Page
      title={t("placements:flowLink")} subtitle={t("placements:flow.subtitle")} backAction={{ content: t("placements:title"), url: "/app/placements" }}
      secondaryActions={actions}
    >
      <FormSaveBar id="flow-save-bar" form={state} save={t("placements:save")} discard={t("placements:discard")} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          state.save();
        }}
      >
        <BlockStack gap="400">
          {unsure > 0 && (
            <Banner tone="warning" title={t("placements:flow.unsure", { count: unsure })}>
              <Text as="p">{t("placements:flow.unsureText")}</Text>
            </Banner>
          )}
          <Layout>
            <Layout.AnnotatedSection title={t("placements:flow.triggers")} description={t("placements:flow.triggersAbout")}>
              <Card>
                <BlockStack gap="200">
                  <Checkbox label={t("placements:flow.trigger.reorder-due")} checked={form.reorderDue} onChange={(reorderDue) => change({ reorderDue })} helpText={t("placements:flow.reorderHelp")} />
                  {run && <RunProgress t={t} run={run} />}
                  {prompts.sent > 0 && (
                    <Text as="p" tone="subdued">{t(prompts.isStopped ? "placements:flow.promptsStopped" : "placements:flow.promptsWorth", { count: prompts.sent, succeeded: prompts.succeeded })}</Text>
                  )}
                  <Checkbox label={t("placements:flow.trigger.offer-accepted")} checked={form.offerAccepted} onChange={(offerAccepted) => change({ offerAccepted })} helpText={t("placements:flow.acceptedHelp")} />
                  <Checkbox label={t("placements:flow.trigger.valued-customer")} checked={form.valuedCustomer} onChange={(valuedCustomer) => change({ valuedCustomer })} helpText={t("placements:flow.valuedHelp")} />
                </BlockStack>
              </Card>
            </Layout.AnnotatedSection>
            <Layout.AnnotatedSection title={t("placements:flow.valued")} description={t("placements:flow.valuedAbout")}>
              <Card>
                <FormLayout>
                  <TextField label={t("placements:flow.orders")} autoComplete="off" inputMode="numeric" value={form.valuedOrders} error={shownError("valuedOrders")} disabled={!form.valuedCustomer} onChange={(valuedOrders) => change({ valuedOrders })} />
                  <TextField label={t("placements:flow.within")} suffix={t("placements:flow.days")} autoComplete="off" inputMode="numeric" value={form.valuedDays} error={shownError("valuedDays")} disabled={!form.valuedCustomer} onChange={(valuedDays) => change({ valuedDays })} />
                  <TextField label={t("placements:flow.spent")} suffix={currency} autoComplete="off" inputMode="decimal" value={form.valuedSpent} error={shownError("valuedSpentMinor")} disabled={!form.valuedCustomer} onChange={(valuedSpent) => change({ valuedSpent })} />
                </FormLayout>
              </Card>
            </Layout.AnnotatedSection>
            <Layout.AnnotatedSection title={t("placements:flow.action")} description={t("placements:flow.actionAbout")}>
              <Card>
                <List>
                  <List.Item>{t("placements:flow.actionAdd")}</List.Item>
                  <List.Item>{t("placements:flow.actionCheck")}</List.Item>
                </List>
              </Card>
            </Layout.AnnotatedSection>
            <Layout.AnnotatedSection title={t("placements:flow.figures")} description={t("placements:flow.figuresAbout")}>
              <Card padding="0">
                <DataTable
                  columnContentTypes={["text", "numeric", "numeric", "numeric"]} headings={columns.map((column) => t(`placements:flow.column.${column}`))}
                  rows={flowTriggers.map((trigger) => {
                    const own = figures.filter((figure) => figure.trigger === trigger);
                    return [t(`placements:flow.trigger.${trigger}`), total(own, "sent"), total(own, "pending") + total(own, "sending"), total(own, "unsure") + total(own, "refused")];
                  })}
                />
              </Card>
            </Layout.AnnotatedSection>
          </Layout>
        </BlockStack>
      </form>
    </Page>
  );
}

function RunProgress({ t, run: { customersTotal, customersChecked, found, finishedAt } }: { t: TFunction; run: NonNullable<FlowPageProps["run"]> }) {
  if (finishedAt !== null) {
    const customers = t("placements:flow.customers", { count: customersChecked });
    return <Text as="p" tone="subdued">{t("placements:flow.lastRun", { customers, reorders: t("placements:flow.reorders", { count: found }) })}</Text>;
  }
  const percent = customersTotal === 0 ? 0 : Math.min(100, Math.round((100 * customersChecked) / customersTotal));
  return (
    <BlockStack gap="100">
      <Text as="p" id="flow-run" tone="subdued">{t("placements:flow.running", { done: customersChecked, total: customersTotal })}</Text>
      <ProgressBar progress={percent} size="small" ariaLabelledBy="flow-run" />
    </BlockStack>
  );
}

function total(figures: readonly Figure[], status: string): number {
  return figures.reduce((sum, figure) => sum + (figure.status === status ? figure.count : 0), 0);
}
