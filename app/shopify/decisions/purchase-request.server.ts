import { z } from "zod";
import { parsedJson } from "../../domain/text/parsed-json";
import { readRawBody } from "../inbox/raw-body.server";
import { answerBearer, reply } from "../placements/bearer-request.server";
import type { Purchase } from "./post-purchase-input";
import { verifyPostPurchaseToken } from "./post-purchase-token.server";

/** What a request of the page's may weigh; a changeset request has some 200 bytes. */
const maxBodyBytes = 4_096;
/** A token lists the whole purchase, 500 lines of it at most. */
const maxTokenBytes = 256 * 1024;

const Envelope = z.object({ token: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/), request: z.unknown().optional() });

/**
 * Answers a POST of the post-purchase page, whose token names the purchase; as `answerBearer`. The token of a long order is
 * more than servers and proxies take in a header, so the page sends it in the body, beside its request.
 */
export async function answerPurchase<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  work: (purchase: Purchase, body: Body, now: Date) => Promise<Response>,
): Promise<Response> {
  const isInHeader = request.method !== "POST" || request.headers.has("Authorization");
  const asked = isInHeader ? request : await unwrapped(request);
  if (asked === null) return reply({ error: "tooLarge" }, 413);
  return answerBearer(asked, { verify: verifyPostPurchaseToken, schema, maxBodyBytes, work });
}

/** The same request with the token in its usual place; without any where the body brings none, null where it is too large. */
async function unwrapped(request: Request): Promise<Request | null> {
  const body = await readRawBody(request, maxTokenBytes + maxBodyBytes);
  if (!body) return null;
  const envelope = Envelope.safeParse(parsedJson(body.toString("utf8"))).data;
  return new Request(request.url, { method: "POST", ...(envelope && { headers: { Authorization: `Bearer ${envelope.token}` }, body: JSON.stringify(envelope.request ?? {}) }) });
}
