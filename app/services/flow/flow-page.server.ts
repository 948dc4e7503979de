import { countFlowEvents, findLatestRun } from "../../data/flow/flow-figures.server";
import type { LatestRun, TriggerFigures } from "../../data/flow/flow-figures.server";
import { readFlowSettings, saveFlowSettings } from "../../data/flow/settings.server";
import { findShop } from "../../data/shops/shops.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { FlowSettings } from "../../domain/flow/settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { readPromptsWorth } from "./prompts-worth.server";
import type { PromptsWorth } from "./prompts-worth.server";

export const figureDays = 30;

export interface FlowPageData {
  settings: FlowSettings;
  currency: string;
  timeZone: string;
  figures: TriggerFigures[];
  run: LatestRun | null;
  /** Whether reminders that something is due are worth sending. */
  prompts: PromptsWorth;
}

/** What is sent to Flow, and what was in the last thirty days. */
export async function readFlowPage(shop: ShopId, now: Date): Promise<FlowPageData> {
  const [settings, installation, figures, run, prompts] = await Promise.all([
    readFlowSettings(shop), findShop(shop), countFlowEvents(shop, daysAfter(now, -figureDays)), findLatestRun(shop), readPromptsWorth(shop, now),
  ]);
  return { settings, currency: installation?.currency ?? "USD", timeZone: installation?.timeZone ?? "UTC", figures, run, prompts };
}

export async function changeFlowSettings(shop: ShopId, settings: FlowSettings, userId: number | null, now: Date): Promise<void> {
  await saveFlowSettings(shop, settings, userId, now);
}
