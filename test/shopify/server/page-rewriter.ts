import { Transform } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** Where the Shopify library and its provider take App Bridge from. */
export const CDN_APP_BRIDGE = /https:\/\/cdn\.shopify\.com\/shopifycloud\/app-bridge\.js/g;

/**
 * Rewrites a page as it streams by: App Bridge comes from the local admin.
 * What follows the last ">" is held back, so that neither an address nor a tag is ever cut in two.
 */
export function createPageRewriter(adminOrigin: string): Transform {
  const decoder = new StringDecoder("utf8");
  let held = "";
  const rewrite = (part: string) => part.replace(CDN_APP_BRIDGE, `${adminOrigin}/app-bridge.js`);
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
