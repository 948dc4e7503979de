import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** What Chrome says of a frame that gets a process of its own, and what it is told in turn; the types of playwright leave these out. */
interface OtherProcess {
  on(event: "Target.attachedToTarget", listener: (target: { sessionId: string }) => void): void;
  send(method: "Target.setAutoAttach", parameters: { autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: boolean }): Promise<void>;
  send(method: "Target.sendMessageToTarget", parameters: { sessionId: string; message: string }): Promise<void>;
}

/**
 * A page whose processor is `rate` times slower, and with it the app's frame: other than the admin's page, as at Shopify, it has
 * a process of its own, which is slowed before its first line.
 */
export async function openThrottled(context: BrowserContext, rate: number): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  await throttleFrames(session, rate);
  return page;
}

async function throttleFrames(session: CDPSession, rate: number): Promise<void> {
  // Chrome's own names and shapes, see `OtherProcess`.
  const frames = session as unknown as OtherProcess;
  let id = 0;
  frames.on("Target.attachedToTarget", ({ sessionId }) => {
    const tell = (method: string, params: object) => frames.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: (id += 1), method, params }) });
    // A frame that is gone again needs nothing.
    void tell("Emulation.setCPUThrottlingRate", { rate }).then(() => tell("Runtime.runIfWaitingForDebugger", {})).catch(() => undefined);
  });
  await frames.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
}
