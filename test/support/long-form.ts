import { appendFileSync } from "node:fs";

/** How often or how much: the quick form's, or what the environment names for the long one (`npm run soak`). */
export function longForm(name: string, quick: number): number {
  return Number(process.env[name] ?? quick);
}

/** What a test of a promise came to, for the soak's report; nothing is kept of it otherwise. */
export function noteFigure(name: string, value: number): void {
  const file = process.env["SOAK_FIGURES"];
  if (file) appendFileSync(file, `${JSON.stringify({ name, value })}\n`);
}
