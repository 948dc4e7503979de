import { SaveBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, FormLayout, Layout, List, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ReactNode } from "react";
import type { CourtesyPolicy } from "../../domain/courtesy/policy";
import { ConfirmModal } from "../ConfirmModal";
import { timeText } from "../time-text";
import { CountFields, GiftField, SwitchField } from "./LimitFields";
import { previewText } from "./preview-text";
import type { PreviewFigures } from "./preview-text";
import { usePolicyForm } from "./use-policy-form";

export interface CourtesyPageProps {
  policy: CourtesyPolicy;
  preview: PreviewFigures;
  /** Null while the defaults hold. */
  savedAt: string | null;
  timeZone: string;
}

/** The shop's one policy: how often, how quietly and on what grounds offers are made. */
export function CourtesyPage({ policy, preview, savedAt, timeZone }: CourtesyPageProps) {
  const state = usePolicyForm(policy, preview);
  const [asking, setAsking] = useState(false);
  const fields = { form: state.form, errors: state.errors, change: state.change };
  return (
    <Page
      title="Courtesy"
      subtitle={savedAt === null ? "One policy for all offers. These are the usual limits." : `One policy for all offers. Last saved ${timeText(savedAt, timeZone)}.`}
      secondaryActions={[{ content: "Reset to usual limits", disabled: state.saving || (state.isDefault && !state.dirty), onAction: () => setAsking(true) }]}
    >
      <SaveBar id="courtesy-save-bar" open={state.dirty}>
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
          <Example figures={state.preview} working={state.previewing} valid={state.valid} />
          <Layout>
            <Section title="How often" description="Counted for each customer over all placements and offers.">
              <CountFields {...fields} fields={["impressionsPer30Days"]} />
            </Section>
            <Section title="Quiet time" description="After an answer or while something went wrong, customers are left in peace.">
              <CountFields {...fields} fields={["quietDaysAfterDecline", "quietDaysAfterAcceptance", "quietDaysAfterCase", "restDaysOfDeclinedProduct"]} />
            </Section>
            <Section title="First orders and gifts" description="What says little about the customer, or nothing.">
              <SwitchField {...fields} field="isFirstOrderThanksOnly" />
              <GiftField {...fields} />
            </Section>
            <Section title="Evidence" description="How much has to be known before Encore says “bought together”.">
              <CountFields {...fields} fields={["minOrders", "minCustomers"]} />
            </Section>
            <Section title="Prices" description="Nobody should regret having paid the full price.">
              <CountFields {...fields} fields={["regretDays"]} />
              <SwitchField {...fields} field="mayImproveDeclined" />
            </Section>
            <Layout.AnnotatedSection title="Always" description="These hold for every shop and can’t be switched off.">
              <Card>
                <List>
                  <List.Item>“Don’t show me offers” is honoured at once, everywhere, for good. Only the shopper can take it back.</List.Item>
                  <List.Item>An offer that a customer declined is never shown to them again.</List.Item>
                  <List.Item>While an offer lives, a customer sees one price for a product wherever it appears.</List.Item>
                </List>
              </Card>
            </Layout.AnnotatedSection>
          </Layout>
        </BlockStack>
      </form>
      <ConfirmModal open={asking} title="Reset to the usual limits?" confirm="Reset" onConfirm={state.reset} onClose={() => setAsking(false)}>
        Every limit goes back to what a new shop begins with and holds from the next order on. What you typed and haven’t saved is lost.
      </ConfirmModal>
    </Page>
  );
}

function Section({ title, description, children }: { title: string; description: string; children: ReactNode }) {
  return (
    <Layout.AnnotatedSection title={title} description={description}>
      <Card><FormLayout>{children}</FormLayout></Card>
    </Layout.AnnotatedSection>
  );
}

function Example({ figures, working, valid }: { figures: PreviewFigures; working: boolean; valid: boolean }) {
  const sentence = valid ? previewText(figures) : "Correct the limits marked below to see what they would have changed.";
  return (
    <Banner tone={valid ? "info" : "warning"} title="What these limits do">
      <div role="status" aria-busy={working}>
        <Text as="p">{valid && working ? "Working it out for your customers …" : sentence}</Text>
      </div>
    </Banner>
  );
}
