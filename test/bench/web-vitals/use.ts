import type { Frame, Locator, Page } from "playwright-core";
import type { devices } from "../../support/browser";

/** Between two things that somebody does. */
const pauseMs = 250;
/** How long a key is held. */
const keyMs = 60;

/**
 * What people do on any page, as mouse, finger and keyboard do it: open what opens and close it, tick, type, choose, change the
 * tab, turn the page, and go on by keyboard. Nothing is saved or sent.
 */
export async function useAsPeopleDo(page: Page, app: Frame, device: keyof typeof devices): Promise<void> {
  const press = async (target: Locator): Promise<boolean> => {
    const at = await middleOf(target);
    if (!at) return false;
    await (device === "phone" ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y, { delay: keyMs }));
    await page.waitForTimeout(pauseMs);
    return true;
  };
  const all = async (selector: string, most: number) => (await app.locator(selector).all()).slice(0, most);

  for (const opener of await all("[aria-expanded=false]:visible:not([disabled]):not(input)", 3)) {
    if (await press(opener)) await page.keyboard.press("Escape", { delay: keyMs });
  }
  for (const box of await all("label:visible:has(input[type=checkbox]:not([disabled])), label:visible:has(input[type=radio]:not([disabled]):not(:checked))", 2)) await press(box);
  for (const field of await all("input[type=text]:visible, input[type=number]:visible, input:not([type]):visible, textarea:visible", 2)) {
    if (await press(field)) await page.keyboard.type("12", { delay: keyMs });
  }
  for (const list of await all("select:visible:not([disabled])", 1)) {
    await list.focus().catch(() => undefined);
    await page.keyboard.press("ArrowDown", { delay: keyMs });
    await page.waitForTimeout(pauseMs);
  }
  for (const tab of (await all("[role=tab]:visible", 2)).slice(1)) await press(tab);
  for (const next of await all("button[aria-label=Next]:visible:not([disabled])", 1)) await press(next);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab", { delay: keyMs });
}

/** Where to press, once it is on the screen; null when it is gone. */
async function middleOf(target: Locator): Promise<{ x: number; y: number } | null> {
  await target.scrollIntoViewIfNeeded({ timeout: 5_000 }).catch(() => undefined);
  const box = await target.boundingBox({ timeout: 5_000 }).catch(() => null);
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
