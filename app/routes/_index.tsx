import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import styles from "../components/landing.css?url";

export const meta: MetaFunction = () => [{ title: "Encore: the sale after the sale" }];
export const links = () => [{ rel: "stylesheet", href: styles }];

/** Shopify opens the app at its root with the shop in the query; the app itself lives under /app. */
export function loader({ request }: LoaderFunctionArgs) {
  const { search, searchParams } = new URL(request.url);
  if (searchParams.has("shop")) throw redirect(`/app${search}`);
  return null;
}

export default function Landing() {
  return (
    <main className="landing">
      <h1>Encore</h1>
      <p className="landing-lead">The sale after the sale: one-click offers for your Shopify store, made politely and measured honestly.</p>
      <ul>
        <li>Offers on the post-purchase page, with the full price before your customer says yes.</li>
        <li>Rules your staff can read, and a reason for every offer shown or held back.</li>
        <li>Revenue counted only from orders, net of refunds.</li>
      </ul>
      <p>Encore runs inside Shopify. Open it from <strong>Apps</strong> in your Shopify admin.</p>
    </main>
  );
}
