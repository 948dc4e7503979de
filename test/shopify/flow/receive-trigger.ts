import type { Args, GraphqlContext } from "../graphql/context";
import { receiveFlowTrigger } from "../store/merchant";
import { tableOf } from "../ui-extensions/read-extensions";
import { textOf } from "../input/text-of";
import { flowDefinitions, payloadFaults } from "./flow-definitions";

/** The mutation `flowTriggerReceive`: notes a trigger whose payload is what its extension declares, and complains of any other. */
export function receiveTrigger(args: Args, { store, shop }: GraphqlContext): { userErrors: { field: string[]; message: string }[] } {
  const handle = textOf(args.handle);
  const payload = tableOf(args.payload);
  const definition = flowDefinitions("flow_trigger").find((candidate) => candidate.handle === handle);
  if (!definition) return { userErrors: [{ field: ["handle"], message: `There is no trigger ${handle}` }] };
  const faults = payloadFaults(definition, payload);
  if (faults.length === 0) receiveFlowTrigger(store, { shop: shop.domain, handle, payload: { ...payload } });
  return { userErrors: faults.map((message) => ({ field: ["payload"], message })) };
}
