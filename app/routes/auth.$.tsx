import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** The library's own pages below /auth (a new session token, leaving the frame); anything else goes to the app. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  if (pathname === "/auth/login") return redirect("/");
  await requireAdmin(request);
  return redirect(`/app${search}`);
}
