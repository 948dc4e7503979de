import { BlockStack, Box, Button, ButtonGroup, Card, Collapsible, Icon, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { CheckCircleIcon, ChevronDownIcon, ChevronUpIcon, XIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface SetupStep {
  id: string;
  title: string;
  detail: string;
  done: boolean;
  /** 0 to 100 while something is arriving; null otherwise. */
  progress: number | null;
  action: { content: string; url?: string; external?: boolean; isAside?: boolean; onAction?: () => void } | null;
}

interface SetupGuideProps {
  steps: SetupStep[];
  onDismiss: () => void;
}

/** What is left to do until the first offer is seen; each step is ticked by what really happened. */
export function SetupGuide({ steps, onDismiss }: SetupGuideProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(true);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done && step.action);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h2" variant="headingMd">{t("home:setup.title")}</Text>
          <ButtonGroup gap="extraTight" noWrap>
            <Button icon={XIcon} variant="tertiary" accessibilityLabel={t("home:setup.dismiss")} onClick={onDismiss} />
            <Button
              icon={open ? ChevronUpIcon : ChevronDownIcon} variant="tertiary" ariaExpanded={open} ariaControls="setup-steps"
              accessibilityLabel={t(open ? "home:setup.collapse" : "home:setup.expand")} onClick={() => setOpen(!open)}
            />
          </ButtonGroup>
        </InlineStack>
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" tone="subdued">{t("home:setup.progress", { done, steps: steps.length })}</Text>
          <Box width="8rem"><ProgressBar progress={Math.round((done / steps.length) * 100)} size="small" tone="primary" ariaLabelledBy="setup-progress" animated={false} /></Box>
          <span id="setup-progress" hidden>{t("home:setup.progressLabel", { done, steps: steps.length })}</span>
        </InlineStack>
        {/* Without its animation: what opens at once moves the page as part of the click, not after it. */}
        <Collapsible id="setup-steps" open={open} transition={false}>
          <ol className="setup-steps">
            {steps.map((step) => (
              <li key={step.id}>
                <span className="setup-mark" data-done={step.done}>
                  {step.done && <Icon source={CheckCircleIcon} tone="success" accessibilityLabel={t("home:setup.done")} />}
                </span>
                <BlockStack gap="200">
                  <Text as="h3" variant="bodyMd" fontWeight={step.done ? "regular" : "semibold"}>{step.title}</Text>
                  {(!step.done || step.progress !== null) && <Text as="p" tone="subdued"><span id={`setup-${step.id}`}>{step.detail}</span></Text>}
                  {step.progress !== null && <ProgressBar progress={step.progress} size="small" ariaLabelledBy={`setup-${step.id}`} />}
                  {step.action && !step.done && <StepAction action={step.action} primary={step === next && !step.action.isAside} />}
                </BlockStack>
              </li>
            ))}
          </ol>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

function StepAction({ action, primary }: { action: NonNullable<SetupStep["action"]>; primary: boolean }) {
  return (
    <div>
      <Button
        {...(primary && { variant: "primary" as const })}
        {...(action.url !== undefined && { url: action.url })}
        {...(action.external && { target: "_top" as const })}
        {...(action.onAction && { onClick: action.onAction })}
      >
        {action.content}
      </Button>
    </div>
  );
}
