import type { Frame, Page } from "playwright-core";

/** A page, frames included, that is used by keyboard alone, as by somebody who has no mouse. */
export interface Keyboard {
  /** Tabs on until a control of that name has the focus; fails when it comes round without meeting it. */
  tabTo(name: string | RegExp): Promise<void>;
  /** The same, then Enter. */
  press(name: string | RegExp): Promise<void>;
  /** The same, then what was there is typed over. */
  type(name: string | RegExp, text: string): Promise<void>;
}

/** More stops than any page has; wherever the focus was, it has then been everywhere. */
const mostStops = 400;

export function keyboardOf(page: Page): Keyboard {
  const tabTo = async (name: string | RegExp) => {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      const focused = await nameOfFocused(page);
      if (typeof name === "string" ? focused === name : name.test(focused)) return;
      passed.push(focused);
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab did not come to ${String(name)}, only to: ${[...new Set(passed)].join(" | ")}`);
  };
  return {
    tabTo,
    press: async (name) => {
      await tabTo(name);
      await page.keyboard.press("Enter");
    },
    type: async (name, text) => {
      await tabTo(name);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    },
  };
}

async function nameOfFocused(page: Page): Promise<string> {
  for (const frame of page.frames().toReversed()) {
    const name = await nameIn(frame);
    if (name !== null) return name;
  }
  return "";
}

/** Null when the focus is not in this frame. */
async function nameIn(frame: Frame): Promise<string | null> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!document.hasFocus() || !(element instanceof HTMLElement) || element === document.body || element instanceof HTMLIFrameElement) return null;
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.labels : null;
    const labelled = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    return (element.getAttribute("aria-label") ?? labelled ?? labels?.[0]?.textContent ?? element.textContent).trim();
  }).catch(() => null);
}
