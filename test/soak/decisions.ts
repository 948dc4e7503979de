import { load } from "../bench/load";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { purchaseRequest } from "../support/load-requests";
import type { SoakContext, SoakItem } from "./soak-item";
import { withApp } from "./target";

const connections = 32;
const warmUpSeconds = 10;
/** In every decision that offers something; one that came too late offers nothing, which counts as an error here. */
const holds = '"render":true';

/** A shop with ten live offers of which the last fits. */
async function shopWithOffers(name: string): Promise<ShopId> {
  const { addOffer, installShop } = await import("../support/buyers");
  const shop = await installShop(name);
  for (let priority = 1; priority <= 10; priority += 1) {
    await addOffer(shop, { rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: priority === 10 ? 0 : 1_000_000 }] } });
  }
  return shop;
}

/** Purchases of people who were not asked before, each decided once. */
async function purchasesOf(shops: readonly ShopId[]) {
  const { purchaseToken } = await import("../support/buyers");
  return (index: number) => purchaseRequest("decision", purchaseToken(shops[index % shops.length] ?? "").token);
}

const percentOf = (part: number, whole: number) => (whole === 0 ? NaN : (part / whole) * 100);

export const decisions: SoakItem = {
  number: 3,
  title: "200 decisions a second for 10 minutes",
  minutes: 10,
  run: ({ minutes, signal, progress }) => withApp(async (app) => {
    const next = await purchasesOf([await shopWithOffers("soak-3")]);
    const at = { url: app.url, connections, rate: 200, expected: 200, holds, signal, next };
    progress("warming up");
    await load({ ...at, rate: 100, seconds: warmUpSeconds });
    progress(`200 a second, ${String(minutes)} minutes`);
    const asked = await load({ ...at, seconds: minutes * 60 });
    return [
      { name: "decisions", value: asked.count, unit: "" },
      { name: "a second", value: asked.perSecond, unit: "/s", atLeast: 197 },
      { name: "p95", value: asked.p95, unit: "ms", atMost: 100 },
      { name: "errors, and nothing offered", value: percentOf(asked.errors, asked.count), unit: "%", atMost: 0.1 },
    ];
  }),
};

export const signing: SoakItem = {
  number: 4,
  title: "100 acceptances signed a second (Shopify is not asked for prices: no token)",
  minutes: 2,
  run: ({ minutes, signal, progress }) => withApp(async (app) => {
    const shop = await shopWithOffers("soak-4");
    const { offered } = await import("../support/buyers");
    const wanted = Math.ceil((minutes * 60 + warmUpSeconds) * 100);
    const purchases: Awaited<ReturnType<typeof offered>>[] = [];
    while (purchases.length < wanted && !signal.aborted) {
      purchases.push(...(await Promise.all(Array.from({ length: 8 }, () => offered(shop)))));
      if (purchases.length % 800 === 0) progress(`deciding ${String(purchases.length)} of ${String(wanted)} purchases`);
    }
    let used = 0;
    const next = () => {
      const purchase = purchases[used++ % purchases.length];
      return purchaseRequest("changeset", purchase?.token ?? "", purchase?.selection);
    };
    const at = { url: app.url, connections, rate: 100, expected: 200, holds: '"token":', signal, next };
    await load({ ...at, seconds: warmUpSeconds });
    progress(`100 a second, ${String(minutes)} minutes`);
    const signed = await load({ ...at, seconds: minutes * 60 });
    return [
      { name: "acceptances", value: signed.count, unit: "" },
      { name: "p95", value: signed.p95, unit: "ms", atMost: 150 },
      { name: "errors", value: percentOf(signed.errors, signed.count), unit: "%", atMost: 0.1 },
    ];
  }),
};

export const oneLoudShop: SoakItem = {
  number: 5,
  title: "One shop of ten sends 90 % of 200 decisions a second: the others against an even load",
  minutes: 4,
  run: ({ minutes, signal, progress }) => withApp(async (app) => {
    const shops: ShopId[] = [];
    for (let index = 0; index < 10; index += 1) shops.push(await shopWithOffers(`soak-5-${String(index)}`));
    const [loud, ...others] = shops;
    if (!loud) throw new Error("There are ten shops");
    const seconds = (minutes * 60) / 2;
    const run = async (loudRate: number, ofLoud: SoakContext["progress"]) => {
      ofLoud(`${String(loudRate)} a second of one shop, ${String(200 - loudRate)} of nine`);
      const at = { url: app.url, connections, expected: 200, holds, signal };
      const [, quiet] = await Promise.all([
        load({ ...at, seconds, rate: loudRate, next: await purchasesOf([loud]) }),
        load({ ...at, seconds, rate: 200 - loudRate, next: await purchasesOf(others) }),
      ]);
      return quiet;
    };
    await load({ url: app.url, connections, seconds: warmUpSeconds, rate: 100, expected: 200, signal, next: await purchasesOf(shops) });
    const even = await run(20, progress);
    const uneven = await run(180, progress);
    return [
      { name: "p95 of the others, even load", value: even.p95, unit: "ms" },
      { name: "p95 of the others, one loud shop", value: uneven.p95, unit: "ms" },
      { name: "rise", value: uneven.p95 / even.p95, unit: "x", atMost: 2 },
    ];
  }),
};
