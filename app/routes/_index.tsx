import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import styles from "../components/landing.css?url";
import type { PageTexts } from "../i18n/page-texts";
import { translator } from "../i18n/translator.server";

export const handle: PageTexts = { texts: ["landing"] };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "Encore" }];
export const links = () => [{ rel: "stylesheet", href: styles }];

/** Shopify opens the app at its root with the shop in the query; the app itself lives under /app. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has("shop")) throw redirect(`/app${search}`);
  return { title: translator(request)("landing:title") };
}

export default function Landing() {
  const { t } = useTranslation();
  return (
    <main className="landing">
      <h1>Encore</h1>
      <p className="landing-lead">{t("landing:lead")}</p>
      <ul>
        <li>{t("landing:offers")}</li>
        <li>{t("landing:rules")}</li>
        <li>{t("landing:revenue")}</li>
      </ul>
      <p>{t("landing:open")}</p>
    </main>
  );
}
