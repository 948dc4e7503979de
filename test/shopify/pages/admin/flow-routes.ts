import type { Router } from "express";
import { flowDefinitions } from "../../flow/flow-definitions";
import { propertiesOf, runFlowAction } from "../../flow/run-action";
import { textOf } from "../form-text";
import { refuse, send } from "../respond";
import type { PageServices } from "../services";
import { flowPage } from "./flow-page";
import type { WithShop } from "./routes";

/** Flow's page in the admin. */
export function registerFlow(router: Router, { app }: PageServices, withShop: WithShop): void {
  const path = "/admin/store/:shop/flow";
  router.get(path, withShop((request, response, shop) => send(response, flowPage(shop, flowDefinitions("flow_action"), request.query["page"], null))));
  router.post(`${path}/actions/:handle`, withShop(async (request, response, shop) => {
    const actions = flowDefinitions("flow_action");
    const action = actions.find(({ handle }) => handle === request.params["handle"]);
    if (!action) {
      refuse(response, 404, "There is no such action.");
      return;
    }
    const runId = textOf(request.body["action_run_id"]).trim();
    const run = await runFlowAction(app, shop, action, propertiesOf(action, request.body), ...(runId === "" ? [] : [runId]));
    send(response, flowPage(shop, actions, 1, run), run.status < 300 ? 200 : 502);
  }));
}
