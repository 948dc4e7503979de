import { eventually } from "../../support/stack";
import type { Stack } from "../../support/stack";
import type { Placement } from "../../../app/domain/offers/placement";
import { ShopId } from "../../../app/domain/shops/shop-id";
import { customerKeyOf } from "../../../app/domain/orders/customer-key";
import type { Address } from "./visit";

export interface Place extends Address {
  name: string;
  /** Folder of the extension. */
  extension: string;
}

const placements: Placement[] = ["checkout", "thank-you", "order-status", "account"];

/** The demo shop with one live offer at every placement, and for each placement a page of a shopper who may see it, and of one who may not. */
export async function buildScene(stack: Stack): Promise<Place[]> {
  const { pool } = await import("../../../app/data/database.server");
  const { addOffer, relaxCourtesy } = await import("../../support/buyers");
  const { optOut } = await import("../../../app/services/courtesy/opt-out.server");
  const shop = ShopId.parse(stack.shop);
  await stack.control("updateShop", { shop, plan: "plus" });
  await relaxCourtesy(shop);
  const { rows } = await pool.query<{ id: number; product_id: number }>(
    `select v.id, v.product_id from variants v join products p on p.shop = v.shop and p.id = v.product_id
     where v.shop = $1 and (v.inventory_quantity > 20 or not v.stock_limited) and p.published_at is not null order by v.id limit 4`, [shop]);
  const [bought, ...offered] = rows;
  if (!bought) throw new Error("The shop has nothing to sell");
  await addOffer(shop, { title: "It goes with your order", placements, products: offered.map(({ product_id }) => ({ productId: product_id, variantIds: [] })) });

  // Answers of the local Shopify's control.
  const customerOf = async (email: string) => ((await stack.control("createCustomer", { shop, customer: { email } })) as { id: number }).id;
  const checkout = async (customerId: number, email: string) =>
    ((await stack.control("createCheckout", { shop, customerId, email, lines: [{ variantId: bought.id, quantity: 1 }] })) as { token: string }).token;
  const order = async (customerId: number, email: string) => {
    const token = await checkout(customerId, email);
    const { id } = (await stack.control("completeCheckout", { shop, token })) as { id: number };
    await eventually(30, async () => (await pool.query("select from orders where shop = $1 and id = $2", [shop, id])).rowCount || null);
    return { token, id };
  };
  // A shopper for each placement: one offer lives in one place at a time.
  const places: Place[] = [];
  const email = (name: string) => `${name.replaceAll(/\W+/g, "-")}@example.com`;
  const account = (customerId: number, path: string) => ({ loginPath: `/account/encore-demo/login/as/${String(customerId)}`, path: `/account/encore-demo/${path}` });
  const shopper = async (name: string) => ({ address: email(name), id: await customerOf(email(name)) });

  const buyer = await shopper("checkout");
  places.push({ name: "checkout", extension: "checkout", target: "purchase.checkout.block.render", path: `/checkout/${await checkout(buyer.id, buyer.address)}` });
  const thanked = await shopper("thank-you");
  places.push({ name: "thank-you", extension: "thank-you", target: "purchase.thank-you.block.render", path: `/checkout/${(await order(thanked.id, thanked.address)).token}/thank_you` });
  const waiting = await shopper("order-status");
  places.push({ name: "order status", extension: "order-status", target: "customer-account.order-status.block.render", ...account(waiting.id, `orders/${String((await order(waiting.id, waiting.address)).id)}`) });
  const returning = await shopper("order-index");
  await order(returning.id, returning.address);
  places.push({ name: "order index", extension: "customer-account", target: "customer-account.order-index.block.render", ...account(returning.id, "orders") });
  places.push({ name: "profile", extension: "customer-account", target: "customer-account.profile.block.render", ...account(returning.id, "profile") });
  places.push({ name: "buy again", extension: "buy-again", target: "customer-account.page.render", ...account(returning.id, "pages/encore-buy-again") });

  const refusing = await shopper("opted out");
  const quiet = await order(refusing.id, refusing.address);
  await optOut(shop, customerKeyOf({ customerId: refusing.id }), new Date());
  places.push({ name: "thank-you, who wants no offers", extension: "thank-you", target: "purchase.thank-you.block.render", path: `/checkout/${quiet.token}/thank_you` });
  places.push({ name: "order status, who wants no offers", extension: "order-status", target: "customer-account.order-status.block.render", ...account(refusing.id, `orders/${String(quiet.id)}`) });
  // Who is not logged in is nobody the app knows until the order is there.
  places.push({ name: "checkout, who wants no offers", extension: "checkout", target: "purchase.checkout.block.render", ...account(refusing.id, ""), path: `/checkout/${await checkout(refusing.id, refusing.address)}` });
  return places;
}
