import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { z } from "zod";
import { KnownList } from "../domain/rules/known-values";
import { suggestValues } from "../services/rules/known-values.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

const Asked = z.object({ list: KnownList, q: z.string().max(255).default("") });

/** What a shop's own data suggests for a list of a rule (`list`) while staff type (`q`). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const asked = Asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new Response("Not understood", { status: 400 });
  return json({ values: await suggestValues(shop, asked.data.list, asked.data.q) });
}
