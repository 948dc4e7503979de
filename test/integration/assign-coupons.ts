/** Asks for coupons many times at once, in a process of its own; arguments: shop, how many. Prints the codes, one a line. */
import { randomUUID } from "node:crypto";
import { closeDatabase } from "../../app/data/database.server";
import { ShopId } from "../../app/domain/shops/shop-id";
import { assignCoupon } from "../../app/services/discounts/coupons.server";

const shop = ShopId.parse(process.argv[2]);
const strategy = { kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 14, minSubtotalMinor: null } as const;
const asked = Array.from({ length: Number(process.argv[3]) }, () => assignCoupon(shop, { decisionId: randomUUID(), customerKey: null, referenceId: null, strategy, now: new Date() }));
for (const coupon of await Promise.all(asked)) if (coupon) console.log(coupon.code);
await closeDatabase();
