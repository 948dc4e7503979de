import type { Child } from "../process/child";

interface Stoppable {
  name: string;
  stop(): Promise<void>;
}

/** What has been started, ended in the reverse order: the app before Shopify, everything before its database. */
export class Running {
  private readonly started: Stoppable[] = [];
  private readonly children: Child[] = [];
  private stopping: Promise<void> | undefined;

  /** A part that is added while everything ends is ended at once. */
  add(part: Stoppable): void {
    if (this.stopping) void part.stop();
    else this.started.push(part);
  }

  addChild(child: Child): void {
    this.children.push(child);
    this.add(child);
  }

  /** Rejects as soon as any process ends by itself. */
  async untilOneEnds(): Promise<never> {
    return Promise.race(this.children.map((child) => child.endedEarly()));
  }

  /** Ends everything; safe to call again. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    for (const part of this.started.toReversed()) await part.stop();
  }
}
