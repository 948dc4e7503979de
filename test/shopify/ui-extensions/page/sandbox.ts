// Runs in a frame without an origin: the Workers it makes have none either, so their requests carry `Origin: null`.
window.addEventListener("message", ({ data, ports: [port] }: MessageEvent<{ workerUrl: string }>) => {
  if (!port) return;
  const source = new Blob([`importScripts(${JSON.stringify(data.workerUrl)})`], { type: "text/javascript" });
  new Worker(URL.createObjectURL(source)).postMessage(null, [port]);
});
