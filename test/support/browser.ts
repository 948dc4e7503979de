import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { chromium } from "playwright-core";
import { SetupError } from "../setup/process/failure";
import type { Chromium } from "./packaged-chromium";
import { packagedChromium } from "./packaged-chromium";

/** The Shopify library answers 410 to a headless browser's own name. */
export const userAgent =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

/** Settings of a page as a desktop computer or a phone shows it. */
export const devices = {
  desktop: { userAgent, viewport: { width: 1280, height: 900 } },
  phone: { userAgent, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>;

// Chromium's own traffic (updates, safe browsing, field trials) has no place in a test. The sandbox needs rights that
// containers lack, and the pages are our own.
const switches = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
  "--metrics-recording-only",
  "--font-render-hinting=none",
];

/** Starts a headless Chromium: the one that the packages bring on Linux x64, an installed Chrome or Chromium elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findChromium();
  return chromium.launch({
    executablePath,
    args: switches,
    headless: true,
    // A home that is not writable must not matter; nor must a proxy of the machine, all pages being on this one.
    env: { ...process.env, ...environment, HTTP_PROXY: "", HTTPS_PROXY: "", http_proxy: "", https_proxy: "" },
  });
}

async function findChromium(): Promise<Chromium> {
  const given = process.env["CHROME_PATH"];
  if (given) return { executablePath: given, environment: {} };
  if (process.platform === "linux" && process.arch === "x64") return packagedChromium();
  const installed = installedBrowsers().find((file) => existsSync(file));
  if (installed) return { executablePath: installed, environment: {} };
  throw new SetupError(
    `No browser to test with: the packages bring none for ${process.platform}-${process.arch}, and no Chrome or Chromium was found. ` +
      "Install one, or name it in CHROME_PATH.",
  );
}

function installedBrowsers(): string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"];
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}
