import { Banner, BlockStack, Card, FormLayout, Layout, List, Page, Text } from "@shopify/polaris";
import { memo, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import type { CourtesyPolicy } from "../../domain/courtesy/policy";
import { FormSaveBar } from "../FormSaveBar";
import { ConfirmModal } from "../ConfirmModal";
import { useSettingsForm } from "../use-settings-form";
import { useSteadyActions } from "../use-steady-actions";
import { CountFields, GiftField, SwitchField } from "./LimitFields";
import { policyToForm, readForm, saveRequest } from "./policy-form";
import { keptTexts, previewTexts } from "./preview-text";
import type { PreviewFigures } from "./preview-text";
import { usePreview } from "./use-preview";

export interface CourtesyPageProps {
  policy: CourtesyPolicy;
  preview: PreviewFigures;
  /** Null while the defaults hold. */
  savedAt: string | null;
  timeZone: string;
}

const usual = defaultCourtesyPolicy();

/** The shop's one policy: how often, how quietly and on what grounds offers are made. */
export function CourtesyPage({ policy, preview, savedAt, timeZone }: CourtesyPageProps) {
  const { t } = useTranslation();
  const state = useSettingsForm({ saved: policyToForm(policy), read: readForm, request: saveRequest, savedText: t("courtesy:saved") });
  const example = usePreview(state.settings, preview);
  const [asking, setAsking] = useState(false);
  const fields = { form: state.form, errors: state.errors, change: state.change };
  const isUsual = state.settings !== null && JSON.stringify(state.settings) === JSON.stringify(usual);
  const actions = useSteadyActions([{ content: t("courtesy:reset"), disabled: state.saving || (isUsual && !state.dirty), onAction: () => setAsking(true) }]);
  return (
    <Page
      title={t("courtesy:title")}
      subtitle={savedAt === null ? t("courtesy:usual") : t("courtesy:savedAt", { at: savedAt, timeZone })}
      secondaryActions={actions}
    >
      <FormSaveBar id="courtesy-save-bar" form={state} save={t("courtesy:save")} discard={t("courtesy:discard")} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          state.save();
        }}
      >
        <BlockStack gap="400">
          <Example {...example} valid={state.settings !== null} />
          <Layout>
            <Section title={t("courtesy:section.often")} description={t("courtesy:about.often")}>
              <CountFields {...fields} fields={["impressionsPer30Days"]} />
            </Section>
            <Section title={t("courtesy:section.quiet")} description={t("courtesy:about.quiet")}>
              <CountFields {...fields} fields={["quietDaysAfterDecline", "quietDaysAfterAcceptance", "quietDaysAfterCase", "restDaysOfDeclinedProduct"]} />
            </Section>
            <Section title={t("courtesy:section.gifts")} description={t("courtesy:about.gifts")}>
              <SwitchField field="isFirstOrderThanksOnly" checked={state.form.isFirstOrderThanksOnly} change={state.change} />
              <GiftField value={state.form.giftsFrom} change={state.change} />
            </Section>
            <Section title={t("courtesy:section.evidence")} description={t("courtesy:about.evidence")}>
              <CountFields {...fields} fields={["minOrders", "minCustomers"]} />
            </Section>
            <Section title={t("courtesy:section.prices")} description={t("courtesy:about.prices")}>
              <CountFields {...fields} fields={["regretDays"]} />
              <SwitchField field="mayImproveDeclined" checked={state.form.mayImproveDeclined} change={state.change} />
            </Section>
            <Layout.AnnotatedSection title={t("courtesy:section.always")} description={t("courtesy:about.always")}>
              <Card>
                <List>
                  <List.Item>{t("courtesy:always.optOut")}</List.Item>
                  <List.Item>{t("courtesy:always.declined")}</List.Item>
                  <List.Item>{t("courtesy:always.onePrice")}</List.Item>
                </List>
              </Card>
            </Layout.AnnotatedSection>
          </Layout>
        </BlockStack>
      </form>
      <ConfirmModal open={asking} title={t("courtesy:resetTitle")} confirm={t("courtesy:resetConfirm")} destructive onConfirm={() => state.replace(policyToForm(usual))} onClose={() => setAsking(false)}>
        {t("courtesy:resetText")}
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

/** Keeps the last example until the next one is there: a page that moves while somebody types is hard to type on. */
const Example = memo(function Example({ figures, working, valid }: { figures: PreviewFigures; working: boolean; valid: boolean }) {
  const { t } = useTranslation();
  const kept = keptTexts(t, figures);
  return (
    <Banner tone={valid ? "info" : "warning"} title={t("courtesy:example.title")}>
      <div className={figures.seen > 0 ? "courtesy-example" : undefined} role="status" aria-busy={working}>
        {!valid && <Text as="p">{t("courtesy:example.invalid")}</Text>}
        {valid && (
          <BlockStack gap="200">
            {previewTexts(t, figures).map((sentence) => <Text as="p" key={sentence}>{sentence}</Text>)}
            {kept.length > 0 && <List>{kept.map((sentence) => <List.Item key={sentence}>{sentence}</List.Item>)}</List>}
            {figures.seen > 0 && (
              <div className="courtesy-note">
                <div hidden={working}><Text as="p" variant="bodySm" tone="subdued">{t("courtesy:example.limits")}</Text></div>
                <div hidden={!working}><Text as="p" variant="bodySm" tone="subdued">{t("courtesy:example.working")}</Text></div>
              </div>
            )}
          </BlockStack>
        )}
      </div>
    </Banner>
  );
});
