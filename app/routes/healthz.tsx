import { isDatabaseUp } from "../services/shops/health.server";

/** 200 while the database answers, 503 otherwise. */
export async function loader() {
  const up = await isDatabaseUp();
  return new Response(up ? "ok" : "no database", { status: up ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
