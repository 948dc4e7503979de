import { parseArgs } from "node:util";
import { createLocalShopify } from "./create-local-shopify";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4100" },
    "tunnel-port": { type: "string", default: "4101" },
    "proxy-port": { type: "string", default: "0" },
    "app-target": { type: "string" },
    "app-url": { type: "string" },
    data: { type: "string" },
    history: { type: "string" },
    extensions: { type: "string" },
    "own-process": { type: "boolean", default: false },
    "ready-json": { type: "boolean", default: false },
  },
});

const shopify = await createLocalShopify({
  port: Number(values.port),
  tunnelPort: Number(values["tunnel-port"]),
  proxyPort: Number(values["proxy-port"]),
  history: values.history ?? null,
  ownProcess: values["own-process"],
  ...(values["app-target"] ? { appTarget: values["app-target"] } : {}),
  ...(values["app-url"] ? { appUrl: values["app-url"] } : {}),
  ...(values.data ? { dataDirectory: values.data } : {}),
  ...(values.extensions ? { extensionsDirectory: values.extensions } : {}),
});

const stop = () => void shopify.close().then(() => process.exit(0));
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

const { origin, tunnelUrl, proxyUrl, caPath } = shopify;
if (values["ready-json"]) console.log(JSON.stringify({ origin, tunnelUrl, proxyUrl, caPath }));
else console.log(`Local Shopify at ${origin}, app at ${tunnelUrl}, HTTPS proxy at ${proxyUrl}`);
