import type { z } from "zod";
import { confineTo } from "../../data/tenancy/scope.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { parsedJson } from "../../domain/text/parsed-json";
import { log } from "../../log.server";

/** Extensions run in Workers without an origin of their own; the token, not the origin, is what counts. */
const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization, Content-Type",
  "Access-Control-Allow-Methods": "POST, OPTIONS",
  "Access-Control-Max-Age": "7200",
  "Cache-Control": "no-store",
};

/** What every answer to an extension carries. */
export function reply(body: object | null, status = 200): Response {
  return body === null ? new Response(null, { status, headers: cors }) : Response.json(body, { status, headers: cors });
}

/** The preflight's answer, and 405 for every other way of reading. */
export function replyToReader(request: Request): Response {
  return request.method === "OPTIONS" ? reply(null, 204) : reply({ error: "methodNotAllowed" }, 405);
}

export interface BearerRequest<Caller, Body> {
  verify: (token: string, now: Date) => Caller | null;
  schema: z.ZodType<Body>;
  maxBodyBytes: number;
  work: (caller: Caller, body: Body, now: Date) => Promise<Response>;
}

/**
 * Answers an extension's POST: 405, 401 and 413 come before anything is read of the body, 400 with what is wrong when it
 * does not fit the schema, 500 without details when the work fails.
 */
export async function answerBearer<Caller extends { shop: ShopId }, Body>(request: Request, { verify, schema, maxBodyBytes, work }: BearerRequest<Caller, Body>): Promise<Response> {
  if (request.method !== "POST") return replyToReader(request);
  try {
    const now = new Date();
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get("Authorization") ?? "") ?? [];
    const caller = token ? verify(token, now) : null;
    if (!caller) return reply({ error: "unauthorized" }, 401);
    confineTo(caller.shop);
    const text = await readText(request, maxBodyBytes);
    if (text === null) return reply({ error: "tooLarge" }, 413);
    // No body at all is an empty object; what is no JSON fits no schema.
    const body = schema.safeParse(text === "" ? {} : parsedJson(text));
    return body.success ? await work(caller, body.data, now) : reply({ error: "badRequest", issues: issuesOf(body.error) }, 400);
  } catch (thrown) {
    log.error({ err: thrown, path: new URL(request.url).pathname }, "a request of an extension failed");
    return reply({ error: "failed" }, 500);
  }
}

/** Where and what, without what was sent. */
function issuesOf({ issues }: z.ZodError): string[] {
  return issues.slice(0, 5).map(({ path, message }) => `${path.map(String).join(".") || "body"}: ${message}`);
}

/** Null when there is more than is allowed, whatever the headers say. */
async function readText(request: Request, maxBytes: number): Promise<string | null> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) return null;
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}
