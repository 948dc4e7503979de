import { parseEvaluateArguments, USAGE } from "./arguments";
import { evaluateHistory } from "./evaluation";
import { HistoryError } from "./history/failure";
import { readHistory } from "./history/read-history";
import { formatReport, jsonReport } from "./report";

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof HistoryError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const begun = performance.now();
  const wanted = parseEvaluateArguments(args);
  if (!wanted) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const history = await readHistory(wanted.history);
  const evaluation = evaluateHistory(history, wanted.split, wanted.baselines);
  const seconds = (performance.now() - begun) / 1_000;
  const tables = formatReport(wanted.history, history, wanted.split, evaluation);
  process.stdout.write(`${tables}\n${seconds.toFixed(1)} s in all\n`);
  if (wanted.json) process.stdout.write(`${JSON.stringify(jsonReport(wanted.history, history, evaluation, seconds))}\n`);
}
