import { pingDatabase } from "../../data/health.server";

export async function isDatabaseUp(): Promise<boolean> {
  return pingDatabase().then(() => true, () => false);
}
