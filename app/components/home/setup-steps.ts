import type { TFunction } from "i18next";
import type { SetupStep } from "./SetupGuide";

export interface ArrivalState {
  state: "notStarted" | "running" | "done" | "failed";
  share: number | null;
  records: number;
}

export interface SetupFacts {
  catalogue: ArrivalState;
  orders: ArrivalState;
  published: boolean;
  asked: boolean;
  shown: boolean;
  /** Suggestions stand on the same page. */
  suggested: boolean;
}

/** The guide's steps, each ticked by what is in the data. */
export function setupSteps(t: TFunction, facts: SetupFacts): SetupStep[] {
  const { catalogue, orders, published, asked, shown, suggested } = facts;
  return [
    { id: "installed", title: t("home:setup.install"), detail: "", done: true, progress: null, action: null },
    arrival(t, "products", catalogue),
    arrival(t, "orders", orders),
    {
      id: "offer", title: t("home:setup.offer"), done: published, progress: null,
      detail: t(suggested ? "home:setup.offerSuggested" : "home:setup.offerDetail"),
      // Where suggestions wait to be published, theirs are the buttons to press.
      action: { content: t(suggested ? "home:setup.offerAction" : "home:createOffer"), url: "/app/offers/templates", isAside: suggested },
    },
    {
      id: "page", title: t("home:setup.page"), done: asked, progress: null,
      detail: t("home:setup.pageDetail"),
      action: { content: t("home:setup.pageAction"), url: "shopify://admin/settings/checkout", external: true },
    },
    {
      id: "shown", title: t("home:setup.shown"), done: shown, progress: null,
      detail: t("home:setup.shownDetail"),
      action: null,
    },
  ];
}

function arrival(t: TFunction, what: "products" | "orders", { state, share, records }: ArrivalState): SetupStep {
  const running = state === "running" || state === "notStarted";
  const detail = state === "failed"
    ? t("home:setup.stopped")
    : share === null ? t(`home:setup.${what}Preparing`) : t(`home:setup.${what}SoFar`, { count: records });
  return {
    id: what,
    title: state === "done" ? t(`home:setup.${what}Done`, { count: records }) : t(`home:setup.${what}`),
    detail,
    done: state === "done",
    progress: running ? Math.round((share ?? 0) * 100) : null,
    action: null,
  };
}
