let isRunning = false;

/** A worker of the built app takes jobs of this process's database. */
export function noteWorker(): void {
  isRunning = true;
}

export function hasWorker(): boolean {
  return isRunning;
}
