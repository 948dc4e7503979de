import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, Checkbox, DataTable, FormLayout, Layout, List, Page, ProgressBar, Text, TextField } from "@shopify/polaris";
import { useMemo } from "react";
import type { FlowTrigger } from "../../domain/flow/events";
import { flowTriggers } from "../../domain/flow/events";
import type { FlowSettings } from "../../domain/flow/settings";
import { useSettingsForm } from "../use-settings-form";
import { formReader, saveRequest, settingsToForm } from "./flow-form";

interface Figure { trigger: FlowTrigger; status: string; count: number }

export interface FlowPageProps {
  settings: FlowSettings;
  currency: string;
  figures: readonly Figure[];
  /** The last daily search for reorders. */
  run: { day: string; customersTotal: number; customersChecked: number; found: number; finishedAt: string | null } | null;
}

const names: Record<FlowTrigger, string> = { "reorder-due": "Reorder due", "offer-accepted": "Offer accepted", "valued-customer": "Customer became valued" };

/** What Shopify Flow is told, so that a merchant's own tools write to customers. */
export function FlowPage({ settings, currency, figures, run }: FlowPageProps) {
  const read = useMemo(() => formReader(currency), [currency]);
  const state = useSettingsForm({ saved: settingsToForm(settings, currency), read, request: saveRequest, savedText: "Flow settings saved" });
  const { form, errors, change } = state;
  const unsure = total(figures, "unsure") + total(figures, "refused");
  return (
    <Page title="Shopify Flow" subtitle="Events for your own workflows, each sent once." backAction={{ content: "Placements", url: "/app/placements" }} secondaryActions={[{ content: "E-mail and receipts", url: "/app/placements/snippets" }]}>
      <SaveBar id="flow-save-bar" open={state.dirty}>
        <button variant="primary" onClick={state.save} {...(state.saving && { loading: "" })}>Save</button>
        <button onClick={state.discard}>Discard</button>
      </SaveBar>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          state.save();
        }}
      >
        <BlockStack gap="400">
          {unsure > 0 && (
            <Banner tone="warning" title={unsure === 1 ? "1 event may not have arrived" : `${unsure} events may not have arrived`}>
              <Text as="p">Shopify refused them or didn’t answer. Encore doesn’t send them again, so that no customer is written to twice.</Text>
            </Banner>
          )}
          <Layout>
            <Layout.AnnotatedSection title="Triggers" description="Customers who want no offers, and those held out to measure Encore’s effect, are left out of reorders.">
              <Card>
                <BlockStack gap="200">
                  <Checkbox label="Reorder due" checked={form.reorderDue} onChange={(reorderDue) => change({ reorderDue })} helpText="A customer is likely to need a product again. Only products that customers are known to buy again." />
                  {run && <RunProgress {...run} />}
                  <Checkbox label="Offer accepted" checked={form.offerAccepted} onChange={(offerAccepted) => change({ offerAccepted })} helpText="Once the order confirms it." />
                  <Checkbox label="Customer became valued" checked={form.valuedCustomer} onChange={(valuedCustomer) => change({ valuedCustomer })} helpText="Once a customer, with the order that made them so." />
                </BlockStack>
              </Card>
            </Layout.AnnotatedSection>
            <Layout.AnnotatedSection title="Who counts as valued" description="All three have to be met. Cancelled and test orders don’t count; refunds are taken off.">
              <Card>
                <FormLayout>
                  <TextField label="Orders, at least" autoComplete="off" inputMode="numeric" value={form.valuedOrders} error={errors.valuedOrders} disabled={!form.valuedCustomer} onChange={(valuedOrders) => change({ valuedOrders })} />
                  <TextField label="Within the last" suffix="days" autoComplete="off" inputMode="numeric" value={form.valuedDays} error={errors.valuedDays} disabled={!form.valuedCustomer} onChange={(valuedDays) => change({ valuedDays })} />
                  <TextField label="Spent on them, at least" suffix={currency} autoComplete="off" inputMode="decimal" value={form.valuedSpent} error={errors.valuedSpentMinor} disabled={!form.valuedCustomer} onChange={(valuedSpent) => change({ valuedSpent })} />
                </FormLayout>
              </Card>
            </Layout.AnnotatedSection>
            <Layout.AnnotatedSection title="Action" description="Gives one customer a code of their own, for one order.">
              <Card>
                <List>
                  <List.Item>In Flow, add the action “Give this customer a coupon” and set percent and days.</List.Item>
                  <List.Item>Check “given” before you send the code: customers who want no offers get none.</List.Item>
                </List>
              </Card>
            </Layout.AnnotatedSection>
            <Layout.AnnotatedSection title="Last 30 days" description="What became of the events.">
              <Card padding="0">
                <DataTable
                  columnContentTypes={["text", "numeric", "numeric", "numeric"]} headings={["Event", "Sent", "Waiting", "Uncertain"]}
                  rows={flowTriggers.map((trigger) => {
                    const own = figures.filter((figure) => figure.trigger === trigger);
                    return [names[trigger], total(own, "sent"), total(own, "pending") + total(own, "sending"), total(own, "unsure") + total(own, "refused")];
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

function RunProgress({ customersTotal, customersChecked, found, finishedAt }: NonNullable<FlowPageProps["run"]>) {
  const events = found === 1 ? "1 reorder was due" : `${found} reorders were due`;
  if (finishedAt !== null) return <Text as="p" tone="subdued">{`The last search looked at ${customersChecked.toLocaleString("en")} customers: ${events}.`}</Text>;
  const percent = customersTotal === 0 ? 0 : Math.min(100, Math.round((100 * customersChecked) / customersTotal));
  return (
    <BlockStack gap="100">
      <Text as="p" id="flow-run" tone="subdued">{`Looking for reorders: ${customersChecked.toLocaleString("en")} of ${customersTotal.toLocaleString("en")} customers.`}</Text>
      <ProgressBar progress={percent} size="small" ariaLabelledBy="flow-run" />
    </BlockStack>
  );
}

function total(figures: readonly Figure[], status: string): number {
  return figures.reduce((sum, figure) => sum + (figure.status === status ? figure.count : 0), 0);
}
