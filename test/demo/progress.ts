import { SingleBar } from "cli-progress";

export interface Step {
  /** Shows how far a step with a known end has come. */
  update(done: number, total: number): void;
}

/** Shows the demo's steps on stderr, as bars in a terminal and as plain lines elsewhere. */
export class Progress {
  private readonly isTerminal = process.stderr.isTTY;
  private readonly startedAt = Date.now();

  /** Seconds since the start, to a tenth. */
  get seconds(): number {
    return Math.round((Date.now() - this.startedAt) / 100) / 10;
  }

  /** Runs a step under a title; whether it had anything to do, its task may say by returning "up to date". */
  async step<T>(title: string, task: (step: Step) => Promise<T>): Promise<T> {
    const started = Date.now();
    const bar = this.isTerminal ? this.openBar(title) : this.openLines(title);
    try {
      const result = await task(bar);
      const remark = result === "up to date" ? "up to date" : `${((Date.now() - started) / 1000).toFixed(1)} s`;
      bar.close(remark);
      return result;
    } catch (thrown) {
      bar.close("failed");
      throw thrown;
    }
  }

  private openBar(title: string): Step & { close(remark: string): void } {
    const label = title.padEnd(34);
    const bar = new SingleBar({
      stream: process.stderr,
      format: `  ${label} {bar} {remark}`,
      barsize: 24,
      barCompleteChar: "█",
      barIncompleteChar: "░",
      hideCursor: true,
      fps: 8,
      gracefulExit: false,
    });
    bar.start(1, 0, { remark: "" });
    return {
      update: (done, total) => {
        bar.setTotal(Math.max(total, 1));
        bar.update(Math.min(done, total), { remark: `${done.toLocaleString("en")} of ${total.toLocaleString("en")}` });
      },
      close: (remark) => {
        if (remark !== "failed") bar.update(bar.getTotal());
        bar.update({ remark });
        bar.stop();
      },
    };
  }

  private openLines(title: string): Step & { close(remark: string): void } {
    console.error(`  ${title} …`);
    let shown = 0;
    return {
      update: (done, total) => {
        const tenth = total > 0 ? Math.floor((done / total) * 10) : 0;
        if (tenth <= shown) return;
        shown = tenth;
        console.error(`  ${title}: ${tenth * 10} % (${done.toLocaleString("en")} of ${total.toLocaleString("en")})`);
      },
      close: (remark) => { console.error(`  ${title}: ${remark}`); },
    };
  }
}
