import { parseFlowSettings } from "../../domain/flow/settings";
import type { FlowSettings } from "../../domain/flow/settings";
import { toDecimalString } from "../../domain/money/money";
import { typedMinor } from "../../domain/money/typed-amount";

/** What is typed, as it is typed. */
export interface FlowForm {
  reorderDue: boolean;
  offerAccepted: boolean;
  valuedCustomer: boolean;
  valuedOrders: string;
  valuedDays: string;
  /** In the shop's currency. */
  valuedSpent: string;
}

export function settingsToForm({ valuedOrders, valuedDays, valuedSpentMinor, ...switches }: FlowSettings, currency: string): FlowForm {
  return { ...switches, valuedOrders: String(valuedOrders), valuedDays: String(valuedDays), valuedSpent: toDecimalString(valuedSpentMinor, currency) };
}

/** What cannot be read becomes NaN, which the settings refuse with a word on it. */
export function formToSettings({ valuedOrders, valuedDays, valuedSpent, ...switches }: FlowForm, currency: string): FlowSettings {
  return { ...switches, valuedOrders: wholeOf(valuedOrders), valuedDays: wholeOf(valuedDays), valuedSpentMinor: typedMinor(valuedSpent, currency) ?? Number.NaN };
}

/** The settings that are typed, or what is wrong with them. */
export function formReader(currency: string): (form: FlowForm) => ReturnType<typeof parseFlowSettings> {
  return (form) => parseFlowSettings(formToSettings(form, currency));
}

export function saveRequest(settings: FlowSettings): { settings: FlowSettings } {
  return { settings };
}

function wholeOf(typed: string): number {
  return /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}
