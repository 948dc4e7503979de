import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { localFile, root } from "../paths";
import type { Failure, Outcome } from "./outcome";
import { runQuietly } from "./tool";

const Report = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Runs one of the projects of vitest.config.ts; every test is a check, and so is a file that cannot be loaded. */
export async function runProject(project: string): Promise<Outcome> {
  const reportFile = localFile("test-results", `${project}.json`);
  rmSync(reportFile, { force: true });
  const result = await runQuietly(project, [
    path.join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    `--project=${project}`,
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${reportFile}`,
  ]);
  const report = readReport(reportFile);
  const failures = report ? report.testResults.flatMap(failuresOf) : [];
  // Errors outside of any test, such as an unhandled rejection, fail the run without failing a test.
  if (result.code !== 0 && failures.length === 0) failures.push({ title: project, details: result.output });
  return { passed: report?.numPassedTests ?? 0, failures };
}

function readReport(file: string): z.infer<typeof Report> | null {
  try {
    return Report.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

function failuresOf(file: z.infer<typeof Report>["testResults"][number]): Failure[] {
  const name = path.relative(root, file.name);
  const failed = file.assertionResults.filter(({ status }) => status === "failed");
  if (failed.length === 0 && file.status === "failed") return [{ title: name, details: file.message }];
  return failed.map(({ fullName, failureMessages }) => ({
    title: `${name} > ${fullName}`,
    details: (failureMessages ?? []).join("\n"),
  }));
}
