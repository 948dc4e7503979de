export interface AppBridgeConfig {
  readonly apiKey: string;
  readonly shop: string;
  readonly host: string;
  readonly locale: string;
}

const KEY = "app-bridge:config";

/** The key from the script's tag, the rest from the address; what the address lacks is as it was earlier in this tab. */
export function readConfig(script: HTMLScriptElement | null): AppBridgeConfig {
  const query = new URLSearchParams(location.search);
  const earlier: Partial<AppBridgeConfig> = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  const meta = document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content;
  const config: AppBridgeConfig = {
    apiKey: script?.dataset["apiKey"] ?? meta ?? earlier.apiKey ?? "",
    shop: query.get("shop") ?? earlier.shop ?? "",
    host: query.get("host") ?? earlier.host ?? "",
    locale: query.get("locale") ?? earlier.locale ?? "en",
  };
  sessionStorage.setItem(KEY, JSON.stringify(config));
  return config;
}
