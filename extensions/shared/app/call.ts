import type { Host } from "../host/host";

export type Caller = Pick<Host, "sessionToken">;

/** The app answered, but with nothing that the same request could get right later. */
export class Refused extends Error {
  /** What the app answered; null for something that this extension does not understand. */
  constructor(readonly status: number | null) {
    super("refused");
  }
}

/**
 * The JSON of the app's answer, a refusal (409) included. Rejects with Refused when the app cannot take the request, with
 * anything else when trying again may help: no connection, an error of the server's, or nothing within `ms`.
 */
export async function call(host: Caller, path: string, body: object, ms: number, keepalive = false): Promise<unknown> {
  return within(ms, async (signal) => {
    const token = await host.sessionToken.get();
    const response = await fetch(`${process.env.SHOPIFY_APP_URL}/api/${path}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal,
      keepalive,
    });
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    if (response.status === 204) return null;
    if (response.status !== 200 && response.status !== 409) throw new Refused(response.status);
    return (await response.json()) as unknown;
  });
}

/** Never rejects: what is reported must not hold the shopper up. It goes through although the shopper has gone on. */
export async function report(host: Caller, path: string, body: object): Promise<void> {
  await call(host, path, body, REPORT_MS, true).catch(() => undefined);
}

const REPORT_MS = 5_000;

/** The time covers everything: the token, the connection and the reading of the answer. */
async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("late"));
      controller.abort();
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
