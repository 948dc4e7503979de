export interface PreferencesState {
  /** `unknown`: it could not be loaded; then there is nothing to switch. */
  readonly phase: "loading" | "unknown" | "known" | "saving";
  readonly isOptedOut: boolean;
  /** What is said of the last change; a text's key. */
  readonly said: "optedOut" | "optedIn" | "notSaved" | null;
}

export type PreferencesEvent =
  | { type: "loaded"; isOptedOut: boolean }
  | { type: "notLoaded" }
  | { type: "switched"; isOptedOut: boolean }
  | { type: "saved"; isOptedOut: boolean }
  | { type: "notSaved" };

export const loadingPreferences: PreferencesState = { phase: "loading", isOptedOut: false, said: null };

/** The switch moves at once, and moves back when the change could not be saved. */
export function nextPreferences(state: PreferencesState, event: PreferencesEvent): PreferencesState {
  switch (event.type) {
    case "loaded":
      return state.phase === "loading" ? { phase: "known", isOptedOut: event.isOptedOut, said: null } : state;
    case "notLoaded":
      return state.phase === "loading" ? { ...state, phase: "unknown" } : state;
    case "switched":
      if (state.phase !== "known" || state.isOptedOut === event.isOptedOut) return state;
      return { phase: "saving", isOptedOut: event.isOptedOut, said: null };
    case "saved":
      if (state.phase !== "saving") return state;
      return { phase: "known", isOptedOut: event.isOptedOut, said: event.isOptedOut ? "optedOut" : "optedIn" };
    case "notSaved":
      return state.phase === "saving" ? { phase: "known", isOptedOut: !state.isOptedOut, said: "notSaved" } : state;
  }
}
