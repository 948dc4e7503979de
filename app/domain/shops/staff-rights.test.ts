import { expect, test } from "vitest";
import type { GuardedAct, StaffRights } from "./staff-rights";
import { mayAct } from "./staff-rights";

const staff = (over: Partial<StaffRights> = {}): StaffRights => ({ isOwner: false, isCollaborator: false, scopes: ["read_orders", "write_products"], ...over });

test.each<[string, StaffRights, GuardedAct, string]>([
  ["the owner", staff({ isOwner: true, scopes: [] }), "billing", "yes"],
  ["the owner", staff({ isOwner: true, scopes: [] }), "export", "yes"],
  ["the owner", staff({ isOwner: true, scopes: [] }), "deletion", "yes"],
  ["staff", staff(), "billing", "ask"],
  ["staff", staff(), "deletion", "no"],
  ["staff who see orders and products", staff(), "export", "yes"],
  ["staff who see no orders", staff({ scopes: ["write_products"] }), "export", "no"],
  ["staff who see no products", staff({ scopes: ["read_orders"] }), "export", "no"],
  ["a collaborator", staff({ isCollaborator: true }), "export", "no"],
  ["a collaborator", staff({ isCollaborator: true }), "billing", "ask"],
])("%s (%o), %s: %s", (_, rights, act, may) => {
  expect(mayAct(rights, act)).toBe(may);
});
