import { BlockStack, Layout, Page, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Placement } from "../../domain/offers/placement";
import { isMissingFromPlan } from "../../domain/placements/settings";
import type { PlacementSettings } from "../../domain/placements/settings";
import { FormSaveBar } from "../FormSaveBar";
import { useSettingsForm } from "../use-settings-form";
import { useSteadyActions } from "../use-steady-actions";
import { PlacementCard } from "./PlacementCard";
import type { CompanionProgress } from "./PlacementCard";
import { placementOrder } from "./placement-editors";
import type { BlockForm, PlacementsForm } from "./placements-form";
import { blockPlacements, readForm, saveRequest, settingsToForm } from "./placements-form";

export interface PlacementsPageProps {
  settings: PlacementSettings;
  isPlus: boolean;
  /** Saved, and not yet at Shopify. */
  isOnItsWay: boolean;
  /** Live offers of each placement. */
  live: Record<Placement, number>;
  companions: CompanionProgress;
}

/** Where offers may appear, and how each place looks. */
export function PlacementsPage({ settings, isPlus, isOnItsWay, live, companions }: PlacementsPageProps) {
  const { t } = useTranslation();
  const state = useSettingsForm({ saved: settingsToForm(settings), read: readForm, request: saveRequest, savedText: t("placements:saved") });
  // What a plan does not have is not shown on it.
  const shown = placementOrder.filter((placement) => !isMissingFromPlan(placement, isPlus));
  const actions = useSteadyActions([{ content: t("placements:snippetsLink"), url: "/app/placements/snippets" }, { content: t("placements:flowLink"), url: "/app/placements/flow" }]);
  return (
    <Page
      title={t("placements:title")} subtitle={t("placements:subtitle")}
      secondaryActions={actions}
    >
      <FormSaveBar id="placements-save-bar" form={state} save={t("placements:save")} discard={t("placements:discard")} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          state.save();
        }}
      >
        <BlockStack gap="400">
          {isOnItsWay && <Text as="p" tone="subdued">{t("placements:onItsWay")}</Text>}
          <Layout>
            {shown.map((placement) => (
              <Layout.AnnotatedSection key={placement} title={t(`common:placement.${placement}`)} description={t(`placements:about.${placement}`)}>
                <PlacementCard
                  placement={placement} enabled={state.form.enabled[placement]} block={blockOf(state.form, placement)} errors={state.errors} change={state.change}
                  live={live[placement]} companions={companions}
                />
              </Layout.AnnotatedSection>
            ))}
          </Layout>
        </BlockStack>
      </form>
    </Page>
  );
}

function blockOf(form: PlacementsForm, placement: Placement): BlockForm | null {
  const name = blockPlacements.find((known) => known === placement);
  return name ? form.blocks[name] : null;
}
