import { expect, test } from "vitest";
import { jobsAtOnce } from "./jobs-at-once";

test.each([[5, 1], [6, 1], [7, 2], [10, 3], [11, 4], [12, 4], [200, 4]])("%i connections are enough for %i jobs", (connections, jobs) => {
  expect(jobsAtOnce(connections)).toBe(jobs);
});

test("too few connections are refused by the name of the variable", () => {
  expect(() => jobsAtOnce(4)).toThrow("DATABASE_POOL: a worker needs at least 5 connections, not 4");
});
