import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { z } from "zod";
import { Placement } from "../domain/offers/placement";
import { Rule } from "../domain/rules/condition";
import { estimateForShop } from "../services/offers/estimate-rule.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

const Asked = z.object({ rule: Rule, placements: z.array(Placement).max(Placement.options.length) });

/** Nothing is here to be read. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireAdmin(request);
  return new Response("Method not allowed", { status: 405, headers: { Allow: "POST" } });
}

/** A quick estimate of a rule while it is written; null for a rule that is not whole yet. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const asked = Asked.safeParse(await request.json().catch(() => null));
  if (!asked.success) return json({ estimate: null });
  return json({ estimate: await estimateForShop(shop, asked.data.rule, asked.data.placements, new Date()) });
}
