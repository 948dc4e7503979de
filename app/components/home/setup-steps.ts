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
}

/** The guide's steps, each ticked by what is in the data. */
export function setupSteps(facts: SetupFacts): SetupStep[] {
  const { catalogue, orders, published, asked, shown } = facts;
  return [
    { id: "installed", title: "Install Encore", detail: "", done: true, progress: null, action: null },
    arrival("catalogue", "Your products arrive", "products", catalogue),
    arrival("orders", "Your past orders arrive", "orders", orders),
    {
      id: "offer", title: "Publish your first offer", done: published, progress: null,
      detail: "Choose a product that goes well with what your customers buy, and a rule for when to show it.",
      action: { content: "Create offer", url: "/app/offers/templates" },
    },
    {
      id: "page", title: "Choose Encore for your post-purchase page", done: asked, progress: null,
      detail: "In your checkout settings, under Post-purchase page, choose Encore. Shopify lets one app use this page. Ticked with the first order that asks for an offer.",
      action: { content: "Open checkout settings", url: "shopify://admin/settings/checkout", external: true },
    },
    {
      id: "shown", title: "Your first offer is seen", done: shown, progress: null,
      detail: "Place a test order that fits your offer’s rule, or wait for the next customer.",
      action: null,
    },
  ];
}

function arrival(id: string, title: string, noun: string, { state, share, records }: ArrivalState): SetupStep {
  const count = `${records.toLocaleString("en")} ${noun}`;
  const running = state === "running" || state === "notStarted";
  const detail = state === "failed"
    ? "The import stopped. Try again above."
    : share === null ? `Shopify is preparing your ${noun}. This page updates by itself.` : `${count} so far. This page updates by itself.`;
  return {
    id,
    title: state === "done" ? `${title.replace("arrive", "have arrived")}: ${count}` : title,
    detail,
    done: state === "done",
    progress: running ? Math.round((share ?? 0) * 100) : null,
    action: null,
  };
}
