import "i18next";

/** English says which namespaces and keys there are: any other key fails to compile. */
interface Resources {
  common: typeof import("./en/common.json");
  errors: typeof import("./en/errors.json");
  landing: typeof import("./en/landing.json");
  home: typeof import("./en/home.json");
  onboarding: typeof import("./en/onboarding.json");
  offers: typeof import("./en/offers.json");
  rules: typeof import("./en/rules.json");
  backtest: typeof import("./en/backtest.json");
  placements: typeof import("./en/placements.json");
  courtesy: typeof import("./en/courtesy.json");
  recommendations: typeof import("./en/recommendations.json");
  reorders: typeof import("./en/reorders.json");
  activity: typeof import("./en/activity.json");
  inbox: typeof import("./en/inbox.json");
  settings: typeof import("./en/settings.json");
  billing: typeof import("./en/billing.json");
}

declare module "i18next" {
  interface CustomTypeOptions {
    // All of them, so that one `t` takes any "namespace:key" and passes into every function that words something.
    defaultNS: [
      "common", "errors", "landing", "home", "onboarding", "offers", "rules", "backtest", "placements", "courtesy", "recommendations", "reorders",
      "activity", "inbox", "settings", "billing",
    ];
    resources: Resources;
  }
}
