import type { Api } from "@shopify/ui-extensions/customer-account.profile.block.render";
import "@shopify/ui-extensions/preact";
import { render } from "preact";
import { openPreferences } from "../../shared/preferences/open-preferences";
import { PreferencesSwitch } from "../../shared/preferences/preferences-switch";
import { BuyAgainLink } from "./buy-again-link";
import { texts } from "./texts";

declare const shopify: Api;

/** On the customer's profile: whether they want to see offers, and the way to everything bought before. */
export default function profile(): void {
  const t = texts(shopify);
  const preferences = openPreferences(shopify);
  void preferences.load();
  render(
    <s-section heading={t("offersTitle")}>
      <s-stack gap="base">
        <PreferencesSwitch t={t} preferences={preferences} />
        <BuyAgainLink t={t} />
      </s-stack>
    </s-section>,
    document.body,
  );
}
