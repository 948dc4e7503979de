import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

/** Addresses that never were: said within the app's frame, in the reader's language. */
export async function loader({ request }: LoaderFunctionArgs): Promise<never> {
  await requireAdmin(request);
  throw new Response("No such page", { status: 404 });
}

export default function NoSuchPage() {
  return null;
}
