import { useState } from "react";
import { useSettingsAction } from "./use-settings-action";

export interface SavedNumberOptions {
  least: number;
  most: number;
  request: (value: string) => Record<string, string>;
}

/** A whole number of the shop's settings while it is typed. */
export function useSavedNumber(saved: number, { least, most, request }: SavedNumberOptions) {
  const [typed, setTyped] = useState(String(saved));
  const [baseline, setBaseline] = useState(String(saved));
  const { isBusy, submit } = useSettingsAction((result) => {
    if (result === "saved") setBaseline(typed.trim());
  });
  const value = Number(typed);
  const isValid = /^\s*\d{1,4}\s*$/.test(typed) && value >= least && value <= most;
  return {
    typed, value, isValid, isBusy,
    isDirty: typed.trim() !== baseline,
    type: setTyped,
    save: () => { if (isValid) submit(request(typed.trim())); },
    discard: () => setTyped(baseline),
  };
}
