import { useEffect, useMemo, useRef, useState } from "react";
// Vite makes a script of its own of what is asked for like this: it runs in the frame alone.
import scriptUrl from "../../../extensions/preview/document/main.ts?worker&url";
import type { FrameContent, FrameNews } from "../../domain/preview/contract";
import { ScaledFrame } from "./ScaledFrame";
import type { FrameSize } from "./frame-size";

/** No origin, no forms, no windows, no way out. */
const scriptsAlone = "allow-scripts";

interface DrawnFrameProps {
  title: string;
  content: FrameContent;
  size: FrameSize;
  onDrawn: () => void;
  onFailed: () => void;
}

/** A document without an origin in which the extensions' own views draw; what is typed reaches it as data alone. */
export function DrawnFrame({ title, content, size, onDrawn, onFailed }: DrawnFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const source = useMemo(() => documentOf(new URL(scriptUrl, window.location.href)), []);

  useEffect(() => {
    const hear = ({ data, source: from }: MessageEvent<unknown>) => {
      if (from !== frame.current?.contentWindow || !isNews(data)) return;
      if (data.encorePreview === "ready") setReady(true);
      if (data.encorePreview === "drawn") onDrawn();
      if (data.encorePreview === "failed") onFailed();
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, [onDrawn, onFailed]);

  useEffect(() => {
    // A frame without an origin can be addressed in no other way; what it is sent is what shoppers may see.
    if (ready) frame.current?.contentWindow?.postMessage(content, "*");
  }, [ready, content]);

  return <ScaledFrame ref={frame} title={title} source={source} sandbox={scriptsAlone} size={size} />;
}

/** Draws pictures and nothing else from elsewhere; it can ask nobody anything. */
function documentOf(script: URL): string {
  const policy = `default-src 'none'; script-src ${script.origin}; style-src 'unsafe-inline'; img-src * data:`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Encore</title></head><body><script src="${script.href}"></script></body></html>`;
}

function isNews(data: unknown): data is FrameNews {
  return typeof data === "object" && data !== null && "encorePreview" in data;
}
