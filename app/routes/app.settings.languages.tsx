import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LanguagesPage } from "../components/settings/LanguagesPage";
import type { PageTexts } from "../i18n/page-texts";
import { readLanguages } from "../services/shops/languages-page.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["settings"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  return json(await readLanguages(shop));
}

export default function Languages() {
  return <LanguagesPage {...useLoaderData<typeof loader>()} />;
}
