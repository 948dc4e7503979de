// Runs in a frame without an origin: the Worker it makes has none either, so its requests carry `Origin: null`.
window.addEventListener(
  "message",
  ({ data, ports: [port] }: MessageEvent<{ workerUrl: string }>) => {
    if (!port) return;
    const source = new Blob([`importScripts(${JSON.stringify(data.workerUrl)})`], { type: "text/javascript" });
    new Worker(URL.createObjectURL(source)).postMessage(null, [port]);
  },
  { once: true },
);
