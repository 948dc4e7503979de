import type { RemoteCallable } from "@remote-ui/rpc";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { AppApi, FrameApi } from "./contract";
import { CONNECT } from "./contract";

export type Frame = RemoteCallable<FrameApi>;

/** Opens the line to the admin; only the admin's own origin gets the port. */
export function connectFrame(adminOrigin: string, api: AppApi): Frame {
  const { port1, port2 } = new MessageChannel();
  const endpoint = createEndpoint<FrameApi>(fromMessagePort(port1));
  endpoint.expose({ ...api });
  port1.start();
  window.parent.postMessage({ type: CONNECT }, adminOrigin, [port2]);
  return endpoint.call;
}
