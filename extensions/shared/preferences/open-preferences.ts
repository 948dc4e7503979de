import { preferences } from "../app/account";
import type { Host } from "../host/host";
import type { Store } from "../host/store";
import { openStore } from "../host/store";
import type { PreferencesEvent, PreferencesState } from "./preferences-state";
import { nextPreferences, loadingPreferences } from "./preferences-state";

export interface OpenPreferences {
  readonly state: Store<PreferencesState, PreferencesEvent>["state"];
  /** What the app says of them, for those who heard it with another answer. */
  loaded(isOptedOut: boolean): void;
  /** Asks the app; without an answer there is no switch. */
  load(): Promise<void>;
  change(isOptedOut: boolean): Promise<void>;
}

/** Whether the customer wants to be shown offers at all. */
export function openPreferences(host: Host): OpenPreferences {
  const { state, send } = openStore(loadingPreferences, nextPreferences);
  const isPreview = host.extension.editor !== undefined;
  return {
    state,
    loaded: (isOptedOut) => send({ type: "loaded", isOptedOut }),
    async load() {
      try {
        const { isOptedOut } = isPreview ? { isOptedOut: false } : await preferences(host, {});
        send({ type: "loaded", isOptedOut });
      } catch {
        send({ type: "notLoaded" });
      }
    },
    async change(isOptedOut) {
      send({ type: "switched", isOptedOut });
      if (state.value.phase !== "saving") return;
      try {
        const saved = isPreview ? { isOptedOut } : await preferences(host, { isOptedOut });
        send({ type: "saved", isOptedOut: saved.isOptedOut });
      } catch {
        send({ type: "notSaved" });
      }
    },
  };
}
