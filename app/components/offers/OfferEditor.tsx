import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import type { PageProps } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../../i18n/error-text";
import { BacktestCard } from "../backtest/BacktestCard";
import type { Screen } from "../preview/frame-size";
import { formToRule, isGroup } from "../rules/rule-form";
import type { NamedResource, RuleContextValue } from "../rules/rule-context";
import { DiscountCard } from "./DiscountCard";
import type { EditorData, ProductCard } from "./editor-data";
import { EstimateCard } from "./EstimateCard";
import { IssuesBanner } from "./IssuesBanner";
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
import { unknownConditions, unknownNote } from "./unknown-conditions";
import type { OfferFormState } from "./use-offer-form";
import { useStickySide } from "./use-sticky-side";

interface OfferEditorProps {
  data: EditorData;
  state: OfferFormState;
  primaryAction?: PageProps["primaryAction"];
  secondaryActions?: PageProps["secondaryActions"];
  onRestore?: (version: number) => void;
}

/** The page on which an offer is written: the form, and beside it what customers will see. */
export function OfferEditor({ data, state, primaryAction, secondaryActions, onRestore }: OfferEditorProps) {
  const { t } = useTranslation();
  const { form, followed, change, draft } = state;
  const issues = useMemo(() => state.issues.map(({ path, message }) => ({ path, message: errorText(t, message) })), [state.issues, t]);
  const { offer, currency, timeZone } = data;
  // A desktop's page needs more room than a phone's to be read.
  const [screen, setScreen] = useState<Screen>("phone");
  const isWide = screen === "desktop";
  const shopify = useAppBridge();
  const side = useStickySide();
  const navigate = useNavigate();
  const [cards, setCards] = useState(() => new Map(data.products.map((card) => [card.id, card])));
  const [named, setNamed] = useState(() => ({
    product: byId(data.named.product), variant: byId(data.named.variant), collection: byId(data.named.collection),
  }));

  const messageAt = useCallback((path: string) => issues.find((issue) => issue.path === path || issue.path.startsWith(`${path}.`))?.message, [issues]);
  const unknown = useMemo(() => unknownConditions(t, form.rule, form.placements), [t, form.rule, form.placements]);
  const context = useMemo<RuleContextValue>(() => ({
    currency,
    named,
    learn: (kind, resources) => setNamed((current) => ({ ...current, [kind]: new Map([...current[kind], ...byId(resources)]) })),
    messageAt: (path, reach) => (reach === "exact" ? issues.find((issue) => issue.path === path)?.message : messageAt(path)),
    unknownNote: (kind) => unknownNote(t, kind, form.placements),
    unknownAt: (path) => unknown.get(path),
  }), [t, currency, named, issues, messageAt, unknown, form.placements]);
  const learnCards = useCallback((learned: ProductCard[]) => setCards((current) => new Map([...current, ...learned.map((card) => [card.id, card] as const)])), []);
  const rule = useMemo(() => formToRule(followed.rule, currency), [followed.rule, currency]);
  const conditionNames = useMemo(
    () => followed.rule.conditions.map((node) => (isGroup(node) ? t("offers:estimate.group") : t(`rules:condition.${node.kind}`))), [followed.rule, t],
  );
  const warnings = useMemo(() => offerWarnings(t, data), [t, data]);
  // Shopify asks whether to leave while the save bar is up; whoever stays has answered, and nothing is left to do.
  const goBack = () => void shopify.saveBar.leaveConfirmation().then(() => navigate("/app/offers"), () => undefined);

  return (
    <Page
      fullWidth={isWide}
      title={offer ? offer.content.name : t("offers:editor.new")}
      titleMetadata={<StatusBadge status={offer?.status ?? "draft"} />}
      backAction={{ content: t("offers:title"), onAction: goBack }}
      {...(primaryAction && { primaryAction })}
      {...(secondaryActions && { secondaryActions })}
    >
      <SaveBar id="offer-save-bar" open={state.dirty}>
        <button variant="primary" onClick={() => state.save()} {...(state.saving && { loading: "" })}>{t("offers:editor.save")}</button>
        <button onClick={state.discard}>{t("offers:editor.discard")}</button>
      </SaveBar>
      <Layout>
        <Layout.Section {...(isWide && { variant: "oneHalf" as const })}>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              state.save();
            }}
          >
            <BlockStack gap="400">
              {state.conflict !== null && <ConflictBanner state={state} version={state.conflict} />}
              <IssuesBanner issues={issues} rule={form.rule} />
              <TextCard name={form.name} title={form.title} body={form.body} texts={form.texts} change={change} messageAt={messageAt} />
              <StrategyCard
                strategy={form.strategy} placements={form.placements} change={change} messageAt={messageAt} context={context} offers={data.otherOffers}
              />
              {form.strategy.kind === "manual" && (
                <ProductsCard products={form.products} change={change} messageAt={messageAt} currency={currency} known={cards} learn={learnCards} />
              )}
              <RuleCard rule={form.rule} change={change} context={context} />
              <PlacementsCard placements={form.placements} kind={form.strategy.kind} change={change} messageAt={messageAt} isPlus={data.isPlus} />
              {form.strategy.kind !== "thankYouOnly" && (
                <>
                  <DiscountCard
                    discountKind={form.discountKind} percent={form.percent} amountOff={form.amountOff} change={change} messageAt={messageAt} currency={currency}
                  />
                  <LimitsCard
                    discountKind={form.discountKind} quantityLimit={form.quantityLimit} shipping={form.shipping} change={change} messageAt={messageAt} currency={currency}
                  />
                </>
              )}
              <ScheduleCard startsAt={form.startsAt} endsAt={form.endsAt} change={change} messageAt={messageAt} timeZone={timeZone} />
            </BlockStack>
          </form>
        </Layout.Section>
        <Layout.Section variant={isWide ? "oneHalf" : "oneThird"}>
          <div className="editor-side" ref={side}>
            <BlockStack gap="400">
              <PreviewCard form={followed} currency={currency} onScreen={setScreen} />
              <EstimateCard rule={rule} placements={followed.placements} conditionNames={conditionNames} />
              <BacktestCard offerId={offer?.id ?? null} draft={draft} />
              <StatusCard offer={offer} warnings={warnings} />
              {offer && onRestore && (
                <VersionHistory versions={data.versions} current={offer.version} currency={currency} timeZone={timeZone} disabled={state.dirty} onRestore={onRestore} />
              )}
            </BlockStack>
          </div>
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function ConflictBanner({ state, version }: { state: OfferFormState; version: number }) {
  const { t } = useTranslation();
  return (
    <Banner tone="critical" title={t("offers:editor.conflictTitle")}>
      <BlockStack gap="300">
        <Text as="p">{t("offers:editor.conflict", { version })}</Text>
        <InlineStack gap="200">
          <Button onClick={() => state.save(version)}>{t("offers:editor.saveOnTop")}</Button>
          <Button variant="plain" onClick={() => window.location.reload()}>{t("offers:editor.reload")}</Button>
        </InlineStack>
      </BlockStack>
    </Banner>
  );
}

function byId(resources: readonly NamedResource[]): Map<number, NamedResource> {
  return new Map(resources.map((resource) => [resource.id, resource]));
}
