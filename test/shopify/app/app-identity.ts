import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import type { SubscriptionRequest } from "../store/installations";
import { textOf } from "../input/text-of";

/** The app as Shopify knows it from its configuration file and its credentials. */
export interface AppIdentity {
  /** Numeric id, as in gid://shopify/App/…. */
  id: number;
  name: string;
  handle: string;
  apiKey: string;
  apiSecret: string;
  /** After a rotation of the secret: webhooks may be signed with it for an hour. */
  apiSecretOld: string | null;
  /** Where the app is reached from the outside, no slash at the end. */
  url: string;
  scopes: string[];
  /** What the app may ask for later. */
  optionalScopes: string[];
  apiVersion: string;
  subscriptions: SubscriptionRequest[];
  /** Addresses of customers/data_request, customers/redact and shop/redact, which are sent whether installed or not. */
  compliance: SubscriptionRequest[];
  proxy: { url: string; prefix: string; subpath: string } | null;
}

export interface AppCredentials {
  apiKey: string;
  apiSecret: string;
  url: string;
}

/** Reads shopify.app.toml; addresses that begin with a slash are the app's own. */
export function readAppIdentity(path: string, credentials: AppCredentials): AppIdentity {
  return parseAppIdentity(readFileSync(path, "utf8"), credentials);
}

/** As readAppIdentity, from the file's text. */
export function parseAppIdentity(text: string, credentials: AppCredentials): AppIdentity {
  const toml = parse(text);
  const webhooks = tableOf(toml.webhooks);
  const entries = Array.isArray(webhooks.subscriptions) ? webhooks.subscriptions.map(tableOf) : [];
  const url = credentials.url.replace(/\/$/, "");
  const proxy = tableOf(toml.app_proxy);
  return {
    id: 190_100_000_001,
    name: textOf(toml.name, "App"),
    handle: textOf(toml.handle, "app"),
    apiKey: credentials.apiKey,
    apiSecret: credentials.apiSecret,
    apiSecretOld: null,
    url,
    scopes: listOf(textOf(tableOf(toml.access_scopes).scopes)),
    optionalScopes: textsOf(tableOf(toml.access_scopes).optional_scopes),
    apiVersion: textOf(webhooks.api_version, "2026-10"),
    subscriptions: entries.flatMap((entry) => subscriptionsOf(entry, "topics", url)),
    compliance: entries.flatMap((entry) => subscriptionsOf(entry, "compliance_topics", url)),
    proxy: proxy.url === undefined ? null : { url: textOf(proxy.url), prefix: textOf(proxy.prefix), subpath: textOf(proxy.subpath) },
  };
}

function subscriptionsOf(entry: Record<string, unknown>, key: "topics" | "compliance_topics", url: string): SubscriptionRequest[] {
  const topics = Array.isArray(entry[key]) ? entry[key].map(String) : [];
  const uri = textOf(entry.uri);
  return topics.map((topic) => ({
    topic,
    uri: uri.startsWith("/") ? `${url}${uri}` : uri,
    filter: typeof entry.filter === "string" ? entry.filter : null,
    includeFields: Array.isArray(entry.include_fields) ? entry.include_fields.map(String) : [],
    name: typeof entry.name === "string" ? entry.name : null,
  }));
}

function tableOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map((one) => textOf(one)) : [];
}

function listOf(text: string): string[] {
  return text.split(",").map((part) => part.trim()).filter((part) => part !== "");
}
