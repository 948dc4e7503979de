import type { SellingPlanGroup } from "../../store/model";
import { gid, parseGid } from "../../store/ids";
import { Connection } from "../connection";
import type { FieldTable } from "../context";
import { fields } from "../context";

const idOf = ({ id }: { id: number }) => id;

const group = fields<SellingPlanGroup>({
  id: ({ id }) => gid("SellingPlanGroup", id),
  name: ({ name }) => name,
  sellingPlans: ({ plans }, args) => new Connection(plans, args, idOf),
  products: ({ productIds }, args, { shop }) => new Connection(productIds.flatMap((id) => shop.products.get(id) ?? []), args, idOf),
});

const plan = fields<SellingPlanGroup["plans"][number]>({
  id: ({ id }) => gid("SellingPlan", id),
  name: ({ name }) => name,
});

export const sellingPlanFields: Readonly<Record<string, FieldTable>> = { SellingPlanGroup: group, SellingPlan: plan };

export const sellingPlanQueries: FieldTable = fields<unknown>({
  sellingPlanGroup: (_root, args, { shop }) => shop.sellingPlanGroups.get(parseGid("SellingPlanGroup", String(args.id)) ?? 0) ?? null,
  sellingPlanGroups: (_root, args, { shop }) => new Connection([...shop.sellingPlanGroups.values()], args, idOf),
});
