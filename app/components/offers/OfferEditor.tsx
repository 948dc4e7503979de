import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, InlineStack, Layout, List, Page, Text } from "@shopify/polaris";
import type { PageProps } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useMemo, useState } from "react";
import { BacktestCard } from "../backtest/BacktestCard";
import type { NamedResource, RuleContextValue } from "../rules/rule-context";
import { DiscountCard } from "./DiscountCard";
import type { EditorData, FieldIssue } from "./editor-data";
import { LimitsCard } from "./LimitsCard";
import { PlacementsCard } from "./PlacementsCard";
import { PreviewCard } from "./PreviewCard";
import { ProductsCard } from "./ProductsCard";
import { RuleCard } from "./RuleCard";
import { ScheduleCard } from "./ScheduleCard";
import { StatusBadge } from "./StatusBadge";
import { StatusCard } from "./StatusCard";
import { StrategyCard } from "./StrategyCard";
import { TextCard } from "./TextCard";
import { VersionHistory } from "./VersionHistory";
import { offerWarnings } from "./offer-warnings";
import { unknownConditions } from "./unknown-conditions";
import type { OfferFormState } from "./use-offer-form";

interface OfferEditorProps {
  data: EditorData;
  state: OfferFormState;
  primaryAction?: PageProps["primaryAction"];
  secondaryActions?: PageProps["secondaryActions"];
  onRestore?: (version: number) => void;
}

/** The page on which an offer is written: the form, and beside it what customers will see. */
export function OfferEditor({ data, state, primaryAction, secondaryActions, onRestore }: OfferEditorProps) {
  const { form, change, issues } = state;
  const { offer, currency, timeZone } = data;
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [cards, setCards] = useState(() => new Map(data.products.map((card) => [card.id, card])));
  const [named, setNamed] = useState(() => ({
    product: byId(data.named.product), variant: byId(data.named.variant), collection: byId(data.named.collection),
  }));

  const messageAt = (path: string) => issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message;
  const unknown = useMemo(() => unknownConditions(form.rule, form.placements), [form.rule, form.placements]);
  const context: RuleContextValue = {
    currency,
    named,
    known: data.known,
    learn: (kind, resources) => setNamed((current) => ({ ...current, [kind]: new Map([...current[kind], ...byId(resources)]) })),
    messageAt: (path, reach) => (reach === "exact" ? issues.find((issue) => issue.path === path)?.message : messageAt(path)),
    unknownAt: (path) => unknown.get(path),
  };
  // Shopify asks whether to leave while the save bar is up; whoever stays has answered, and nothing is left to do.
  const goBack = () => void shopify.saveBar.leaveConfirmation().then(() => navigate("/app/offers"), () => undefined);

  return (
    <Page
      title={offer ? offer.content.name : "New offer"}
      titleMetadata={<StatusBadge status={offer?.status ?? "draft"} />}
      backAction={{ content: "Offers", onAction: goBack }}
      {...(primaryAction && { primaryAction })}
      {...(secondaryActions && { secondaryActions })}
    >
      <SaveBar id="offer-save-bar" open={state.dirty}>
        <button variant="primary" onClick={() => state.save()} {...(state.saving && { loading: "" })}>Save</button>
        <button onClick={state.discard}>Discard</button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              state.save();
            }}
          >
            <BlockStack gap="400">
              {state.conflict !== null && <ConflictBanner state={state} version={state.conflict} />}
              {issues.length > 0 && (
                <Banner tone="critical" title={issues.length === 1 ? "The offer wasn’t saved: one thing to correct" : `The offer wasn’t saved: ${issues.length} things to correct`}>
                  <List>{[...new Set(issues.map(issueText))].map((message) => <List.Item key={message}>{message}</List.Item>)}</List>
                </Banner>
              )}
              <TextCard form={form} change={change} messageAt={messageAt} />
              <StrategyCard form={form} change={change} messageAt={messageAt} context={context} offers={data.otherOffers} />
              {form.strategy.kind === "manual" && (
                <ProductsCard
                  form={form} change={change} messageAt={messageAt} currency={currency} known={cards}
                  learn={(learned) => setCards((current) => new Map([...current, ...learned.map((card) => [card.id, card] as const)]))}
                />
              )}
              <PlacementsCard form={form} change={change} messageAt={messageAt} isPlus={data.isPlus} />
              {form.strategy.kind !== "thankYouOnly" && (
                <>
                  <DiscountCard form={form} change={change} messageAt={messageAt} currency={currency} />
                  <LimitsCard form={form} change={change} messageAt={messageAt} currency={currency} />
                </>
              )}
              <RuleCard form={form} change={change} context={context} />
              <ScheduleCard form={form} change={change} messageAt={messageAt} timeZone={timeZone} />
            </BlockStack>
          </form>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <div className="editor-side">
            <BlockStack gap="400">
              <PreviewCard form={form} product={form.products[0] && cards.get(form.products[0].productId)} sample={data.sampleProduct} currency={currency} />
              <BacktestCard offerId={offer?.id ?? null} draft={state.draft} />
              <StatusCard status={offer?.status ?? null} warnings={offerWarnings(data)} />
              {offer && onRestore && (
                <VersionHistory versions={data.versions} current={offer.version} timeZone={timeZone} disabled={state.dirty} onRestore={onRestore} />
              )}
            </BlockStack>
          </div>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function ConflictBanner({ state, version }: { state: OfferFormState; version: number }) {
  return (
    <Banner tone="critical" title="Someone else saved this offer while you were editing">
      <BlockStack gap="300">
        <Text as="p">
          {`Version ${version} is newer than the one you opened, so yours wasn’t saved. What you typed is still here. Save it on top (version ${version} stays in the history), or reload to see theirs.`}
        </Text>
        <InlineStack gap="200">
          <Button onClick={() => state.save(version)}>Save mine on top</Button>
          <Button variant="plain" onClick={() => window.location.reload()}>Discard mine and reload</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

/** What concerns a condition says so; the other messages name their field themselves. */
function issueText({ path, message }: FieldIssue): string {
  return path.startsWith("rule.") ? `In the rule: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message;
}

function byId(resources: readonly NamedResource[]): Map<number, NamedResource> {
  return new Map(resources.map((resource) => [resource.id, resource]));
}
