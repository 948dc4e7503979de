import { Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";

const CDN_APP_BRIDGE = /https:\/\/cdn\.shopify\.com\/shopifycloud\/app-bridge\.js/g;
const CDN_FONTS = /<link[^>]+href="https:\/\/cdn\.shopify\.com\/static\/fonts[^>]*>/g;

/**
 * Rewrites a page as it streams by: App Bridge comes from the local admin, fonts of Shopify's CDN are dropped.
 * What follows the last ">" is held back, so that neither an address nor a tag is ever cut in two.
 */
export function createPageRewriter(adminOrigin: string): Transform {
  const decoder = new StringDecoder("utf8");
  let held = "";
  const rewrite = (part: string) => part.replace(CDN_APP_BRIDGE, `${adminOrigin}/app-bridge.js`).replace(CDN_FONTS, "");
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      held += decoder.write(chunk);
      const end = held.lastIndexOf(">") + 1;
      const ready = held.slice(0, end);
      held = held.slice(end);
      done(null, rewrite(ready));
    },
    flush: (done) => done(null, rewrite(held + decoder.end())),
  });
}
