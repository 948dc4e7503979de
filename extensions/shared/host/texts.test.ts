import { expect, test } from "vitest";
import { translator } from "./texts";

const host = { i18n: { translate: (key: string, replacements?: Record<string, string | number>) => `${key} ${String(replacements?.["title"] ?? "")}`.trim() } };

test.each<[key: string, replacements: Record<string, string> | undefined, text: string]>([
  ["add", undefined, "Pop it in"],
  ["addLabel", { title: "Mug" }, "Pop it in: Mug"],
  ["declineLabel", undefined, "Rather not"],
  ["pick", undefined, "pick"],
  ["pickLabel", { title: "Mug" }, "pickLabel Mug"],
])("with words of the shop's own, %s %j is %o", (key, replacements, text) => {
  // Only the parts that are used.
  const t = translator<string>(host as unknown as Parameters<typeof translator>[0], { add: "Pop it in", decline: "Rather not" });
  expect(t(key, replacements)).toBe(text);
});
