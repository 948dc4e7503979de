import type { Translate } from "../host/texts";
import { eventChecked } from "../view/event-value";
import { ProblemBanner } from "../view/problem";
import type { OpenPreferences } from "./open-preferences";

export type PreferencesText = "optOut" | "optOutHelp" | "optedOut" | "optedIn" | "notSaved" | "undo";

/** "Don't show me offers", with a way back in the same place. Nothing where it is not known. */
export function PreferencesSwitch({ t, preferences }: { t: Translate<PreferencesText>; preferences: OpenPreferences }) {
  const { phase, isOptedOut, said } = preferences.state.value;
  if (phase === "unknown") return null;
  if (phase === "loading") {
    return (
      <s-box minBlockSize="64px">
        <s-skeleton-paragraph content={t("optOutHelp")} />
      </s-box>
    );
  }
  return (
    <s-stack gap="small-200">
      <s-switch
        label={t("optOut")}
        checked={isOptedOut}
        disabled={phase === "saving"}
        onChange={(event) => void preferences.change(eventChecked(event))}
      />
      <s-text type="small" color="subdued">{t("optOutHelp")}</s-text>
      {said === "notSaved" && <ProblemBanner>{t(said)}</ProblemBanner>}
      <s-stack direction="inline" gap="base" alignItems="center" accessibilityRole="status">
        {said && said !== "notSaved" && [
          <s-text key="said">{t(said)}</s-text>,
          <s-button key="undo" variant="secondary" onClick={() => void preferences.change(!isOptedOut)}>{t("undo")}</s-button>,
        ]}
      </s-stack>
    </s-stack>
  );
}
