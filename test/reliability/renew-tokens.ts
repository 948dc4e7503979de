/** Calls the Admin API many times at once, in a process of its own; arguments: shop, how many. Prints how many succeeded. */
import { closeDatabase } from "../../app/data/database.server";
import { ShopId } from "../../app/domain/shops/shop-id";
import { adminGraphql } from "../../app/shopify/shops/admin-client.server";

const shop = ShopId.parse(process.argv[2]);
const calls = Array.from({ length: Number(process.argv[3]) }, () => adminGraphql(shop, "{ shop { name } }"));
const settled = await Promise.allSettled(calls);
console.log(settled.filter(({ status }) => status === "fulfilled").length);
await closeDatabase();
