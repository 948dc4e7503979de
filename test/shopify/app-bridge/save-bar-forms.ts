import type { SaveBars, SaveBarSource } from "./save-bars";

const SELECTOR = "form[data-save-bar]";

/** Shows the save bar while a form with `data-save-bar` holds other values than it began with. */
export function watchSaveBarForms(saveBars: SaveBars): void {
  const watched = new Map<HTMLFormElement, SaveBarSource>();

  const scan = () => {
    for (const form of document.querySelectorAll<HTMLFormElement>(SELECTOR)) {
      if (!watched.has(form)) watched.set(form, watchForm(form, saveBars));
    }
    for (const [form, source] of watched) {
      if (form.isConnected && form.matches(SELECTOR)) continue;
      saveBars.hide(source);
      watched.delete(form);
    }
  };
  new MutationObserver(scan).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-save-bar"] });
  scan();
}

function watchForm(form: HTMLFormElement, saveBars: SaveBars): SaveBarSource {
  let saved = valuesOf(form);
  const source: SaveBarSource = {
    state: () => ({ saving: false, saveDisabled: false, discardDisabled: false, discardConfirmation: form.hasAttribute("data-discard-confirmation") }),
    save: () => form.requestSubmit(),
    discard: () => form.reset(),
  };
  const compare = () => {
    if (valuesOf(form) === saved) saveBars.hide(source);
    else saveBars.show(source);
  };
  // After the app's own handlers, which may write the new value into other fields.
  const compareSoon = () => setTimeout(compare);
  form.addEventListener("input", compareSoon);
  form.addEventListener("change", compareSoon);
  form.addEventListener("reset", () => setTimeout(() => {
    saved = valuesOf(form);
    saveBars.hide(source);
  }));
  form.addEventListener("submit", () => {
    saved = valuesOf(form);
    saveBars.hide(source);
  });
  return source;
}

function valuesOf(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : `${value.name}:${value.size}`]));
}
