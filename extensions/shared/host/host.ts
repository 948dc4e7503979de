/** A value of Shopify's that changes; a component that reads `value` follows it. */
export interface Watched<T> {
  readonly value: T;
  subscribe(follow: (value: T) => void): () => void;
}

export interface Metafield {
  target: { type: string };
  metafield: { namespace: string; key: string; value: string | number | boolean };
}

/** What every placement gets from Shopify: the part of the `shopify` global that checkout and customer accounts share. */
export interface Host {
  extension: { editor?: unknown; rendered: Watched<boolean> };
  i18n: {
    formatCurrency(amount: number, options: { currency: string }): string;
    formatNumber(number: number, options: { style: "percent"; maximumFractionDigits: number }): string;
    formatDate(date: Date, options: { dateStyle: "long" | "medium"; timeZone?: string }): string;
    translate(key: string, replacements?: Record<string, string | number>): string;
  };
  localization: { language: Watched<{ isoCode: string }>; country: Watched<{ isoCode: string } | undefined> };
  sessionToken: { get(): Promise<string> };
  settings: Watched<Readonly<Record<string, string | number | boolean | undefined>>>;
}

/** The value as soon as it is known, or undefined after `ms` without. */
export function whenKnown<T>(watched: Watched<T | undefined>, ms: number): Promise<T | undefined> {
  if (watched.value !== undefined) return Promise.resolve(watched.value);
  return new Promise((resolve) => {
    const settle = (value: T | undefined) => {
      clearTimeout(timer);
      unfollow();
      resolve(value);
    };
    const timer = setTimeout(() => settle(undefined), ms);
    const unfollow = watched.subscribe((value) => {
      // Signals call a new follower at once, before `unfollow` is there.
      if (value !== undefined) setTimeout(() => settle(value), 0);
    });
  });
}
