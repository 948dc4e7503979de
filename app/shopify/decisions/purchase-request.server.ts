import type { z } from "zod";
import { answerBearer } from "../placements/bearer-request.server";
import type { Purchase } from "./post-purchase-input";
import { verifyPostPurchaseToken } from "./post-purchase-token.server";

/** What a request of the page's may weigh; a changeset request has some 200 bytes. */
const maxBodyBytes = 4_096;

/** Answers a POST of the post-purchase page, whose token names the purchase; as `answerBearer`. */
export async function answerPurchase<Body>(
  request: Request,
  schema: z.ZodType<Body>,
  work: (purchase: Purchase, body: Body, now: Date) => Promise<Response>,
): Promise<Response> {
  return answerBearer(request, { verify: verifyPostPurchaseToken, schema, maxBodyBytes, work });
}
