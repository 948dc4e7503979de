import type { z } from "zod";
import { log } from "../../log.server";
import type { Purchase } from "./post-purchase-input";
import { verifyPostPurchaseToken } from "./post-purchase-token.server";

/** What a request of the page's may weigh; a changeset request has some 200 bytes. */
const maxBodyBytes = 4_096;

/** The page runs in a Worker without an origin of its own; the token, not the origin, is what counts. */
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

/**
 * Answers a POST of the post-purchase page: 405, 401 and 413 come before anything is read of the body, 400 when it does
 * not fit the schema, 500 without details when the work fails.
 */
export async function answerPurchase<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  work: (purchase: Purchase, body: Body, now: Date) => Promise<Response>,
): Promise<Response> {
  if (request.method !== "POST") return replyToReader(request);
  try {
    const now = new Date();
    const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get("Authorization") ?? "") ?? [];
    const purchase = token ? await verifyPostPurchaseToken(token, now) : null;
    if (!purchase) return reply({ error: "unauthorized" }, 401);
    const text = await readText(request);
    if (text === null) return reply({ error: "tooLarge" }, 413);
    const body = schema.safeParse(parseJson(text));
    return body.success ? await work(purchase, body.data, now) : reply({ error: "badRequest" }, 400);
  } catch (thrown) {
    log.error({ err: thrown, path: new URL(request.url).pathname }, "a request of the post-purchase page failed");
    return reply({ error: "failed" }, 500);
  }
}

/** Null when there is more than is allowed, whatever the headers say. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBodyBytes) return null;
  const reader = request.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > maxBodyBytes) {
      await reader?.cancel();
      return null;
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}

/** No body at all is an empty object; what is no JSON fits no schema. */
function parseJson(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
