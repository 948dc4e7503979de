import type { z } from "zod";
import { answerBearer } from "./bearer-request.server";
import type { ExtensionCaller } from "./extension-token.server";
import { verifyExtensionToken } from "./extension-token.server";

/** A hundred lines of a cart take some 9 KB. */
const maxBodyBytes = 16_384;

type Work<Caller, Body> = (caller: Caller, body: Body, now: Date) => Promise<Response>;

/** Answers a POST of an extension in checkout, after it or in the customer account, whoever the shopper is; as `answerBearer`. */
export async function answerExtension<Body>(request: Request, schema: z.ZodType<Body>, work: Work<ExtensionCaller, Body>): Promise<Response> {
  return answerBearer(request, { verify: verifyExtensionToken, schema, maxBodyBytes, work });
}

export interface CustomerCaller extends ExtensionCaller {
  customerId: number;
}

/** The same for what only a customer who is logged in may ask: 401 to everyone else. */
export async function answerCustomer<Body>(request: Request, schema: z.ZodType<Body>, work: Work<CustomerCaller, Body>): Promise<Response> {
  return answerBearer(request, { verify: verifyCustomerToken, schema, maxBodyBytes, work });
}

function verifyCustomerToken(token: string, now: Date): CustomerCaller | null {
  const caller = verifyExtensionToken(token, now);
  return caller && caller.customerId !== null ? { shop: caller.shop, customerId: caller.customerId } : null;
}
