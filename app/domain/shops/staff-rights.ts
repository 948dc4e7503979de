/** What Shopify says of a member of staff. */
export interface StaffRights {
  /** The account's owner, who may do everything. */
  isOwner: boolean;
  /** Of a partner, invited by the owner. */
  isCollaborator: boolean;
  /** Of the app's own scopes, those that this person's permissions cover. */
  scopes: readonly string[];
}

/** What Encore asks about before it does it; everything else is for whoever Shopify lets into the app. */
export const GUARDED_ACTS = ["billing", "export", "deletion"] as const;
export type GuardedAct = (typeof GUARDED_ACTS)[number];

/**
 * Whether a member of staff may. An export holds orders and products: who may see both in Shopify may have it, partners
 * excepted. Everything is deleted by the owner alone. Whether somebody may approve charges is no scope: Shopify tells only
 * when asked to make one, so "ask" leaves it to Shopify.
 */
export function mayAct({ isOwner, isCollaborator, scopes }: StaffRights, act: GuardedAct): "yes" | "no" | "ask" {
  if (isOwner) return "yes";
  switch (act) {
    case "billing":
      return "ask";
    case "export":
      return !isCollaborator && covers(scopes, "orders") && covers(scopes, "products") ? "yes" : "no";
    case "deletion":
      return "no";
  }
}

function covers(scopes: readonly string[], of: string): boolean {
  return scopes.includes(`read_${of}`) || scopes.includes(`write_${of}`);
}
