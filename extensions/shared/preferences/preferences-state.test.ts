import { expect, test } from "vitest";
import type { PreferencesEvent } from "./preferences-state";
import { loadingPreferences, nextPreferences } from "./preferences-state";

const after = (...events: PreferencesEvent[]) => events.reduce(nextPreferences, loadingPreferences);
const loaded: PreferencesEvent = { type: "loaded", isOptedOut: false };
const off: PreferencesEvent = { type: "switched", isOptedOut: true };

test("the switch moves at once and says what it did when it is saved", () => {
  expect(after(loaded, off)).toMatchObject({ phase: "saving", isOptedOut: true, said: null });
  expect(after(loaded, off, { type: "saved", isOptedOut: true })).toMatchObject({ phase: "known", isOptedOut: true, said: "optedOut" });
});

test("what the app says it is now is what counts", () => {
  expect(after(loaded, off, { type: "saved", isOptedOut: false })).toMatchObject({ isOptedOut: false, said: "optedIn" });
});

test("it moves back when it could not be saved", () => {
  expect(after(loaded, off, { type: "notSaved" })).toMatchObject({ phase: "known", isOptedOut: false, said: "notSaved" });
});

test("while one change is saved there is no other", () => {
  const saving = after(loaded, off);
  expect(nextPreferences(saving, { type: "switched", isOptedOut: false })).toBe(saving);
});

test("nothing can be switched before it is known, nor without an answer", () => {
  expect(after(off).phase).toBe("loading");
  expect(after({ type: "notLoaded" }, off)).toMatchObject({ phase: "unknown", isOptedOut: false });
});
