import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DataPage } from "../components/settings/DataPage";
import type { DataReply } from "../components/settings/DataPage";
import { GUARDED_ACTS, mayAct } from "../domain/shops/staff-rights";
import type { GuardedAct } from "../domain/shops/staff-rights";
import type { PageTexts } from "../i18n/page-texts";
import { removeExportOf, requestExport } from "../services/exports/run-export.server";
import { readDataPage } from "../services/shops/data-page.server";
import { cancelDeletion, requestDeletion } from "../services/shops/delete-data.server";
import { requireStaff } from "../shopify/shops/staff-access.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["settings"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request);
  const who = staff === null ? ("unknown" as const) : staff.isOwner ? ("owner" as const) : staff.isCollaborator ? ("collaborator" as const) : ("staff" as const);
  const may = GUARDED_ACTS.map((act) => ({ act, answer: staff === null ? ("no" as const) : mayAct(staff, act) }));
  return json({ ...(await readDataPage(shop)), who, may });
}

const DataAction = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("export") }),
  z.object({ intent: z.literal("removeExport"), id: z.uuid() }),
  z.object({ intent: z.literal("delete"), name: z.string().max(300) }),
  z.object({ intent: z.literal("keep") }),
]);

export async function action({ request }: ActionFunctionArgs) {
  const { shop, userId, staff } = await requireStaff(request.clone());
  const wanted = DataAction.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  const { data } = wanted;
  // Calling off loses nothing, whoever asks.
  if (!staff && data.intent !== "keep") return json<DataReply>({ result: "unreachable" }, { status: 422 });
  const may = (act: GuardedAct) => staff !== null && mayAct(staff, act) === "yes";
  const refused = () => json<DataReply>({ result: "notAllowed" }, { status: 403 });
  switch (data.intent) {
    case "export":
      if (!may("export")) return refused();
      await requestExport(shop, userId, new Date());
      return json<DataReply>({ result: "exporting" });
    case "removeExport":
      if (!may("export")) return refused();
      await removeExportOf(shop, data.id);
      return json<DataReply>({ result: "removed" });
    case "delete":
      if (!may("deletion")) return refused();
      return (await requestDeletion(shop, userId, data.name, new Date())) ? json<DataReply>({ result: "deleting" }) : json<DataReply>({ result: "wrongName" }, { status: 422 });
    case "keep":
      await cancelDeletion(shop);
      return json<DataReply>({ result: "kept" });
  }
}

export default function Data() {
  return <DataPage {...useLoaderData<typeof loader>()} />;
}
