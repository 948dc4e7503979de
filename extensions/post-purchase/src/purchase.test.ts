import { expect, test, vi } from "vitest";
import { Refused } from "./app-client";
import type { ApplyResult, ErrorCode } from "./problem";
import type { PurchaseSteps } from "./purchase";
import { makePurchase } from "./purchase";

const processed: ApplyResult = { status: "processed", errors: [], changesetApplicationsRemaining: 2 };
const refusal = (code: ErrorCode, status: ApplyResult["status"] = "unprocessed"): ApplyResult => ({
  status, errors: [{ code, message: "" }], changesetApplicationsRemaining: 2,
});

function steps(parts: Partial<PurchaseSteps>): PurchaseSteps {
  return { sign: async () => ({ token: "signed" }), apply: async () => processed, pause: async () => undefined, ...parts };
}

test("applies what was signed", async () => {
  const apply = vi.fn(async () => processed);
  expect(await makePurchase(steps({ apply }))).toEqual({ kind: "applied", report: { outcome: "applied" } });
  expect(apply).toHaveBeenCalledExactlyOnceWith("signed");
});

test("a lost signature is asked for again", async () => {
  const sign = vi.fn<PurchaseSteps["sign"]>().mockRejectedValueOnce(new Error("lost")).mockResolvedValue({ token: "signed" });
  expect((await makePurchase(steps({ sign }))).kind).toBe("applied");
  expect(sign).toHaveBeenCalledTimes(2);
});

test("without a signature nothing is applied", async () => {
  const apply = vi.fn(async () => processed);
  const sign = vi.fn<PurchaseSteps["sign"]>().mockRejectedValue(new Error("lost"));
  expect(await makePurchase(steps({ sign, apply }))).toEqual({ kind: "problem", cause: "offline", report: null });
  expect(sign).toHaveBeenCalledTimes(3);
  expect(apply).not.toHaveBeenCalled();
});

test("a request that the app cannot take is not repeated", async () => {
  const sign = vi.fn<PurchaseSteps["sign"]>().mockRejectedValue(new Refused());
  expect(await makePurchase(steps({ sign }))).toMatchObject({ kind: "problem", cause: "invalid_request" });
  expect(sign).toHaveBeenCalledTimes(1);
});

test("a refusal of the app is told and not applied", async () => {
  const apply = vi.fn(async () => processed);
  expect(await makePurchase(steps({ sign: async () => ({ refused: "soldOut" }), apply }))).toEqual({ kind: "problem", cause: "soldOut", report: null });
  expect(apply).not.toHaveBeenCalled();
});

test("after a lost reply the same token is applied again, and already applied means success", async () => {
  const apply = vi.fn<PurchaseSteps["apply"]>().mockRejectedValueOnce(new Error("lost")).mockResolvedValue(refusal("changeset_already_applied"));
  expect((await makePurchase(steps({ apply }))).kind).toBe("applied");
  expect(apply.mock.calls).toEqual([["signed"], ["signed"]]);
});

test("already applied at the first try is told to the shopper and reported as applied", async () => {
  const purchase = await makePurchase(steps({ apply: async () => refusal("changeset_already_applied") }));
  expect(purchase).toEqual({ kind: "problem", cause: "changeset_already_applied", report: { outcome: "applied" } });
});

test("when every reply is lost nobody claims to know", async () => {
  const apply = vi.fn<PurchaseSteps["apply"]>().mockRejectedValue(new Error("lost"));
  expect(await makePurchase(steps({ apply }))).toEqual({ kind: "problem", cause: "lostReply", report: null });
});

test("edited but unpaid is reported as unpaid", async () => {
  expect(await makePurchase(steps({ apply: async () => refusal("payment_required", "partially_processed") }))).toEqual({
    kind: "problem", cause: "partially_processed", report: { outcome: "unpaid", errorCode: "payment_required" },
  });
});

test("an error of Shopify's is final and reported", async () => {
  const apply = vi.fn(async () => refusal("server_error"));
  expect(await makePurchase(steps({ apply }))).toEqual({ kind: "problem", cause: "server_error", report: { outcome: "failed", errorCode: "server_error" } });
  expect(apply).toHaveBeenCalledTimes(1);
});
