import { expect, test } from "vitest";
import { askedByPhone } from "./asked-by-phone";

test.each<{ says: string; headers: Record<string, string>; phone: boolean }>([
  { says: "a phone by its hint", headers: { "sec-ch-ua-mobile": "?1" }, phone: true },
  { says: "a computer by its hint, whatever its name", headers: { "sec-ch-ua-mobile": "?0", "user-agent": "Mobile" }, phone: false },
  { says: "a phone by its name", headers: { "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1" }, phone: true },
  { says: "a computer by its name", headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0.0.0 Safari/537.36" }, phone: false },
  { says: "nothing", headers: {}, phone: false },
])("draws for whoever is $says", ({ headers, phone }) => {
  expect(askedByPhone(new Request("https://app.test/", { headers }))).toBe(phone);
});
