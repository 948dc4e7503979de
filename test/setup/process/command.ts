import { describeFailure } from "./failure";

/** Runs a command with its arguments; a failure is shown on stderr and makes the exit code 1. */
export async function runCommand(command: (args: string[]) => Promise<number | void>): Promise<never> {
  try {
    process.exit((await command(process.argv.slice(2))) ?? 0);
  } catch (thrown) {
    console.error(`\n${describeFailure(thrown)}`);
    process.exit(1);
  }
}
