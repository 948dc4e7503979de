import type { AppSubscription, StaffMember, SubscriptionLine, UsageRecord } from "./billing-model";
import { balanceUsed } from "./billing-model";
import { nextId } from "./ids";
import type { Shop } from "./model";
import type { CommandContext } from "./store";
import { defineCommand } from "./store";

export type NewSubscription = Pick<AppSubscription, "name" | "test" | "trialDays" | "currency" | "returnUrl" | "replacementBehavior"> & {
  lines: Pick<SubscriptionLine, "kind" | "amount" | "terms">[];
};

/** Shopify tells of a cap that is nearly used up from here on. */
const approachingShare = 0.9;

/** Proposes a subscription; nothing changes until the merchant approves it. */
export const createSubscriptionCharge = defineCommand("createSubscriptionCharge", ({ store, at }, { shop: domain, subscription: { lines, ...rest } }: { shop: string; subscription: NewSubscription }): AppSubscription => {
  const shop = store.getShop(domain);
  const made: AppSubscription = {
    id: nextId(shop, "appSubscription"), ...rest, status: "PENDING", createdAt: at, activatedAt: null, prorated: false,
    lines: lines.map((line, index) => ({ index, ...line, proposedAmount: null, records: [] })),
  };
  shop.billing.subscriptions.push(made);
  return made;
});

/** The merchant's answer to a proposal: of a subscription, or of a higher cap. Throws on what Shopify would not let them do. */
export const answerCharge = defineCommand("answerCharge", ({ store, at, emit }, args: { shop: string; id: number; approve: boolean }): AppSubscription => {
  const shop = store.getShop(args.shop);
  const subscription = getSubscription(shop, args.id);
  const raised = subscription.lines.find(({ proposedAmount }) => proposedAmount !== null);
  if (subscription.status === "PENDING") {
    if (args.approve && shop.isDevelopment && !subscription.test) throw new Error("Development stores can only approve test charges.");
    if (args.approve) activate(shop, subscription, at, emit);
    else subscription.status = "DECLINED";
  } else if (raised && subscription.status === "ACTIVE") {
    if (args.approve && raised.proposedAmount !== null) raised.amount = raised.proposedAmount;
    raised.proposedAmount = null;
  } else throw new Error("This charge can no longer be approved.");
  emit(shop, "app_subscriptions/update", subscription.id);
  return subscription;
});

/** Whatever the replacement behaviour says, these subscriptions are monthly ones of other terms: the new one counts at once. */
function activate(shop: Shop, subscription: AppSubscription, at: number, emit: CommandContext["emit"]): void {
  for (const other of shop.billing.subscriptions) {
    if (other.status !== "ACTIVE" && other.status !== "FROZEN") continue;
    other.status = "CANCELLED";
    emit(shop, "app_subscriptions/update", other.id);
  }
  subscription.status = "ACTIVE";
  subscription.activatedAt = at;
}

/** Ends a subscription at once; throws when it is not in force. */
export const cancelSubscription = defineCommand("cancelSubscription", ({ store, emit }, args: { shop: string; id: number; prorate: boolean }): AppSubscription => {
  const shop = store.getShop(args.shop);
  const subscription = getSubscription(shop, args.id);
  if (subscription.status !== "ACTIVE" && subscription.status !== "FROZEN") throw new Error("Subscription can't be cancelled in its present state");
  subscription.status = "CANCELLED";
  subscription.prorated = args.prorate;
  emit(shop, "app_subscriptions/update", subscription.id);
  return subscription;
});

/** Proposes another cap. */
export const proposeCap = defineCommand("proposeCap", ({ store }, args: { shop: string; id: number; index: number; amount: number }): AppSubscription => {
  const subscription = getSubscription(store.getShop(args.shop), args.id);
  const line = usageLine(subscription, args.index);
  line.proposedAmount = args.amount;
  return subscription;
});

/** Charges usage; the same key again gives the record that there is. Throws past the cap. */
export const recordUsage = defineCommand("recordUsage", ({ store, at, emit }, args: { shop: string; id: number; index: number; amount: number; description: string; idempotencyKey: string | null }): UsageRecord => {
  const shop = store.getShop(args.shop);
  const subscription = getSubscription(shop, args.id);
  const line = usageLine(subscription, args.index);
  const known = args.idempotencyKey === null ? undefined : line.records.find(({ idempotencyKey }) => idempotencyKey === args.idempotencyKey);
  if (known) return known;
  if (subscription.status !== "ACTIVE") throw new Error("Subscription is not active");
  if (args.amount <= 0) throw new Error("Price must be greater than zero");
  const used = balanceUsed(subscription, line, at);
  if (used + args.amount > line.amount) throw new Error("Total price exceeds balance remaining");
  const record: UsageRecord = { id: nextId(shop, "usageRecord"), description: args.description, idempotencyKey: args.idempotencyKey, amount: args.amount, createdAt: at };
  line.records.push(record);
  if (used < line.amount * approachingShare && used + args.amount >= line.amount * approachingShare) emit(shop, "app_subscriptions/approaching_capped_amount", subscription.id);
  return record;
});

/** Shopify freezes subscriptions of a shop that does not pay its bill, and thaws them when it has. */
export const freezeSubscription = defineCommand("freezeSubscription", ({ store, emit }, args: { shop: string; frozen: boolean }): void => {
  const shop = store.getShop(args.shop);
  for (const subscription of shop.billing.subscriptions) {
    if (subscription.status !== (args.frozen ? "ACTIVE" : "FROZEN")) continue;
    subscription.status = args.frozen ? "FROZEN" : "ACTIVE";
    emit(shop, "app_subscriptions/update", subscription.id);
  }
});

export const addStaff = defineCommand("addStaff", ({ store }, { shop: domain, ...member }: { shop: string } & Omit<StaffMember, "id">): StaffMember => {
  const shop = store.getShop(domain);
  const made = { id: shop.ownerId + 1_000_000 * (shop.billing.staff.length + 1), ...member };
  shop.billing.staff.push(made);
  return made;
});

/** An uninstalled app charges nothing further. */
export function endSubscriptions(shop: Shop): void {
  for (const subscription of shop.billing.subscriptions) if (subscription.status === "ACTIVE" || subscription.status === "FROZEN") subscription.status = "CANCELLED";
}

export function getSubscription(shop: Shop, id: number): AppSubscription {
  const found = shop.billing.subscriptions.find((subscription) => subscription.id === id);
  if (!found) throw new Error("There is no such charge.");
  return found;
}

function usageLine(subscription: AppSubscription, index: number): SubscriptionLine {
  const line = subscription.lines[index];
  if (line?.kind !== "usage") throw new Error("Line item has no usage pricing");
  return line;
}

export const BILLING_COMMANDS = [createSubscriptionCharge, answerCharge, cancelSubscription, proposeCap, recordUsage, freezeSubscription, addStaff];
