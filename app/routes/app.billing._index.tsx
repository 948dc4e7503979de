import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BillingPage } from "../components/billing/BillingPage";
import type { BillingReply } from "../components/billing/use-plan";
import { BillingAction } from "../domain/billing/requests";
import type { PageTexts } from "../i18n/page-texts";
import { readBillingPage } from "../services/billing/billing-page.server";
import { changeCap, choosePlan } from "../services/billing/choose-plan.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";
import { requireStaff } from "../shopify/shops/staff-access.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["billing"] };

const Answer = z.enum(["approved", "declined", "unknown"]).nullable().catch(null);

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const answer = Answer.parse(new URL(request.url).searchParams.get("answer"));
  return json({ ...(await readBillingPage(shop, new Date())), answer });
}

export async function action({ request }: ActionFunctionArgs) {
  const { staff } = await requireStaff(request.clone());
  const wanted = BillingAction.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  if (!staff) return json<BillingReply>({ error: { code: "unreachable" } }, { status: 422 });
  const { data } = wanted;
  const outcome = data.intent === "raiseCap" ? await changeCap(staff, data.cap) : await choosePlan(staff, data, new Date());
  return json<BillingReply>(outcome, { status: "error" in outcome ? 422 : 200 });
}

export default function Billing() {
  return <BillingPage {...useLoaderData<typeof loader>()} />;
}
