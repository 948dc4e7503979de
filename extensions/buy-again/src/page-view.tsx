import type { Host } from "../../shared/host/host";
import { PreferencesSwitch } from "../../shared/preferences/preferences-switch";
import { ProblemBanner } from "../../shared/view/problem";
import { Skeleton } from "../../shared/view/skeleton";
import { CheckoutBar } from "./checkout-bar";
import type { OpenPage } from "./open-page";
import type { Text } from "./row-view";
import { RowView } from "./row-view";
import { texts } from "./texts";

interface Props {
  host: Host;
  t: Text;
  page: OpenPage;
  /** The day it is, ISO 8601. */
  today: string;
}

/** The page in the shop's own words, once the answer has brought them. */
export function BuyAgain({ host, page, today }: Omit<Props, "t">) {
  return <PageView host={host} t={texts(host, page.state.value.words)} page={page} today={today} />;
}

/** "Buy again". A page of its own may not just be empty: it says what is missing and offers to try again. */
function PageView({ host, t, page, today }: Props) {
  return (
    <s-page heading={t("buyAgain")}>
      <s-stack gap="large">
        <List host={host} t={t} page={page} today={today} />
        <CheckoutBar t={t} page={page} />
        {page.preferences.state.value.phase !== "loading" && (
          <s-section>
            <PreferencesSwitch t={t} preferences={page.preferences} />
          </s-section>
        )}
      </s-stack>
    </s-page>
  );
}

function List({ host, t, page, today }: Props) {
  const { phase, rows, currency, nextCursor, more } = page.state.value;
  if (phase === "loading") return <Skeleton heading={null} cards={4} layout="list" />;
  if (phase === "notLoaded") {
    return (
      <s-stack gap="base">
        <ProblemBanner>{t("notLoaded")}</ProblemBanner>
        <s-stack direction="inline">
          <s-button onClick={() => void page.retry()}>{t("retry")}</s-button>
        </s-stack>
      </s-stack>
    );
  }
  if (rows.length === 0) return <s-paragraph>{t("nothingYet")}</s-paragraph>;
  return (
    <s-section>
      <s-stack gap="large">
        <s-stack accessibilityRole="unordered-list" gap="large">
          {rows.map((row) => (
            <RowView
              key={row.bought.productId}
              host={host}
              t={t}
              row={row}
              currency={currency}
              today={today}
              onChange={(change) => page.change(row.bought.productId, change)}
            />
          ))}
        </s-stack>
        {more === "failed" && <ProblemBanner>{t("notLoaded")}</ProblemBanner>}
        {nextCursor !== null && (
          <s-stack direction="inline">
            <s-button variant="secondary" loading={more === "loading"} onClick={() => void page.more()}>{t("more")}</s-button>
          </s-stack>
        )}
      </s-stack>
    </s-section>
  );
}
