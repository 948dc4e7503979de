import { expect, test } from "vitest";
import { listRoutes } from "../../support/routes";
import { readings, untimed } from "./readings";

test("every page of the admin is timed, but for those that are said not to be", () => {
  const pages = listRoutes(() => "1").filter(({ audience, id }) => audience === "admin" && /^routes\/app(\.|$)/.test(id)).map(({ id }) => id.replace("routes/", ""));
  const timed = new Set(readings.map(({ route }) => route));
  expect(pages.filter((page) => !timed.has(page)).sort()).toEqual([...untimed].sort());
});

test("no two readings have one name", () => {
  const names = readings.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
});
