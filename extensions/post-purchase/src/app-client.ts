import type {
  ChangesetReply,
  ChangesetRequest,
  DecisionReply,
  DecisionRequest,
  ImpressionRequest,
  OutcomeRequest,
} from "../../../app/domain/decisions/contract";

const DECISION_MS = 1_000;
const CHANGESET_MS = 5_000;
const REPORT_MS = 5_000;

/** The app answered, but with nothing that the same request could get right later. */
export class Refused extends Error {}

/** The app as the page sees it; every call carries the purchase's own token. */
export interface AppClient {
  /** Rejects when no proper answer came within a second. With `after` it asks for the page that follows a declined one. */
  decide(request?: DecisionRequest): Promise<DecisionReply>;
  /** Rejects with Refused when the app cannot take the request, with anything else when trying again may help. */
  sign(request: ChangesetRequest): Promise<ChangesetReply>;
  /** Never rejects: what is reported must not hold the shopper up. */
  reportImpression(request: ImpressionRequest): Promise<void>;
  /** Never rejects: what is reported must not hold the shopper up. */
  reportOutcome(request: OutcomeRequest): Promise<void>;
}

export function appClient(token: string): AppClient {
  return {
    async decide(request = {}) {
      const reply: unknown = await call("decision", token, request, DECISION_MS, json);
      if (!isDecision(reply)) throw new Refused("decision");
      return reply;
    },
    async sign(request) {
      const reply: unknown = await call("changeset", token, request, CHANGESET_MS, json);
      if (!isChangesetReply(reply)) throw new Refused("changeset");
      return reply;
    },
    reportImpression: (request) => report("impression", token, request),
    reportOutcome: (request) => report("outcome", token, request),
  };
}

/** True for an offer worth a page; anything else fails closed. */
export function isDecision(value: unknown): value is DecisionReply {
  if (!isObject(value)) return false;
  if (value.render === false) return true;
  return (
    value.render === true &&
    typeof value.decisionId === "string" &&
    isObject(value.offer) &&
    Array.isArray(value.offer.variants) &&
    value.offer.variants.length > 0
  );
}

function isChangesetReply(value: unknown): value is ChangesetReply {
  return isObject(value) && (typeof value.token === "string" || typeof value.refused === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

async function report(path: string, token: string, body: object): Promise<void> {
  await call(path, token, body, REPORT_MS, () => Promise.resolve()).catch(() => undefined);
}

async function json(response: Response): Promise<unknown> {
  if (response.status >= 500) throw new Error(String(response.status));
  if (response.status !== 200 && response.status !== 409) throw new Refused(String(response.status));
  return response.json();
}

/** The time covers the reading of the answer, not only its first byte. */
async function call<T>(path: string, token: string, body: object, ms: number, read: (response: Response) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  // Not in a header: the token lists every line of the order. Without one there is no preflight to wait for either.
  const text = JSON.stringify({ token, request: body });
  try {
    const response = await fetch(`${process.env.SHOPIFY_APP_URL}/api/post-purchase/${path}`, {
      method: "POST",
      body: text,
      signal: controller.signal,
      // A report may still be under way when the page goes on to the confirmation; browsers keep 64 KB alive.
      keepalive: text.length < 6e4,
    });
    return await read(response);
  } finally {
    clearTimeout(timer);
  }
}
