import { expect, test } from "vitest";
import { ownPath } from "./contract";

test.each([
  ["http://app.test/app?embedded=1&shop=a.myshopify.com&host=x&id_token=t&hmac=h&timestamp=1&session=s&locale=en", "/app"],
  ["http://app.test/app/offers?page=2&shop=a.myshopify.com#list", "/app/offers?page=2#list"],
  ["http://app.test/", "/"],
])("%s shows as %s in the admin's address", (url, path) => {
  expect(ownPath(new URL(url))).toBe(path);
});
