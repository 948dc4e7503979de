import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { z } from "zod";
import { readFiguresOf } from "../services/offers/offer-figures.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

const Ids = z.array(z.uuid()).max(50);

/** What became of the offers on a page of the list (`ids`) in the last 30 days. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const ids = Ids.safeParse(new URL(request.url).searchParams.get("ids")?.split(","));
  if (!ids.success) throw new Response("Not understood", { status: 400 });
  return json(await readFiguresOf(shop, ids.data, new Date()));
}
