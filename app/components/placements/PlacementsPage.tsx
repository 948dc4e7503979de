import { SaveBar } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Button, Card, Checkbox, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import type { Placement } from "../../domain/offers/placement";
import { isMissingFromPlan } from "../../domain/placements/settings";
import type { PlacementSettings } from "../../domain/placements/settings";
import { useSettingsForm } from "../use-settings-form";
import { BlockFields } from "./BlockFields";
import { placementOrder, placementTexts } from "./placement-texts";
import type { BlockForm, BlockName, PlacementsForm } from "./placements-form";
import { blockPlacements, readForm, saveRequest, settingsToForm } from "./placements-form";

export interface PlacementsPageProps {
  settings: PlacementSettings;
  isPlus: boolean;
  /** Saved, and not yet at Shopify. */
  isOnItsWay: boolean;
  /** Live offers of each placement. */
  live: Record<Placement, number>;
}

/** Where offers may appear, and how each place looks. */
export function PlacementsPage({ settings, isPlus, isOnItsWay, live }: PlacementsPageProps) {
  const state = useSettingsForm({ saved: settingsToForm(settings), read: readForm, request: saveRequest, savedText: "Placements saved" });
  // What a plan does not have is not shown on it.
  const shown = placementOrder.filter((placement) => !isMissingFromPlan(placement, isPlus));
  return (
    <Page title="Placements" subtitle="Where offers may appear. A customer’s limits are shared by all of them." secondaryActions={[{ content: "E-mail and receipts", url: "/app/placements/snippets" }, { content: "Shopify Flow", url: "/app/placements/flow" }]}>
      <SaveBar id="placements-save-bar" open={state.dirty}>
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
          {isOnItsWay && <Text as="p" tone="subdued">Your last change is on its way to Shopify.</Text>}
          <Layout>
            {shown.map((placement) => (
              <Layout.AnnotatedSection key={placement} title={placementTexts[placement].name} description={placementTexts[placement].about}>
                <PlacementCard placement={placement} state={state} live={live[placement]} />
              </Layout.AnnotatedSection>
            ))}
          </Layout>
        </BlockStack>
      </form>
    </Page>
  );
}

type FormState = ReturnType<typeof useSettingsForm<PlacementsForm, PlacementSettings>>;

interface PlacementCardProps {
  placement: Placement;
  state: FormState;
  live: number;
}

function PlacementCard({ placement, state, live }: PlacementCardProps) {
  const { form, errors, change } = state;
  const { name, place } = placementTexts[placement];
  const enabled = form.enabled[placement];
  // The theme's own block is drawn from what is bought together, not from offers, and set in the theme editor.
  const inTheme = placement === "product-page";
  const block = blockPlacements.find((known) => known === placement && !inTheme);
  const changeBlock = (known: BlockName, fields: Partial<BlockForm>) =>
    change((current) => ({ ...current, blocks: { ...current.blocks, [known]: { ...current.blocks[known], ...fields } } }));
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Checkbox
            label={inTheme ? "Show what is bought together" : `Show offers: ${name.toLowerCase()}`} checked={enabled}
            onChange={(on) => change((current) => ({ ...current, enabled: { ...current.enabled, [placement]: on } }))}
          />
          {!inTheme && <Badge {...(enabled && live > 0 && { tone: "success" })}>{live === 1 ? "1 live offer" : `${live} live offers`}</Badge>}
        </InlineStack>
        {inTheme && <Text as="p" tone="subdued">Needs no offer. Heading and number of products are set on the block in the theme editor.</Text>}
        {block && <BlockFields name={block} block={form.blocks[block]} errors={errors} disabled={!enabled} change={(fields) => changeBlock(block, fields)} />}
        {place && <InlineStack><Button url={place.url} {...(place.url.startsWith("shopify:") && { target: "_top" as const })} variant="plain">{place.label}</Button></InlineStack>}
      </BlockStack>
    </Card>
  );
}
