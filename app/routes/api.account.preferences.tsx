import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { PreferencesBody } from "../domain/placements/requests";
import { changePreferences } from "../services/placements/preferences.server";
import { reply, replyToReader } from "../shopify/placements/bearer-request.server";
import { answerExtension } from "../shopify/placements/extension-request.server";

export function loader({ request }: LoaderFunctionArgs) {
  return replyToReader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return answerExtension(request, PreferencesBody, async (caller, body, now) => {
    const preferences = await changePreferences(caller, body, now);
    return preferences ? reply(preferences) : reply({ error: "unauthorized" }, 401);
  });
}
