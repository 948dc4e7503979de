import type { Ref } from "react";
import { forwardRef, useEffect, useRef, useState } from "react";
import type { FrameSize } from "./frame-size";
import { roomOf } from "./frame-size";

interface ScaledFrameProps {
  title: string;
  /** The whole document. */
  source: string;
  /** What the document may do. */
  sandbox: string;
  size: FrameSize;
}

/** A document as wide as a screen, made smaller where there is less room; never larger than it is. */
export const ScaledFrame = forwardRef(function ScaledFrame({ title, source, sandbox, size }: ScaledFrameProps, ref: Ref<HTMLIFrameElement>) {
  const { width, height, isWhole } = size;
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(width);
  useEffect(() => {
    const watched = box.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setRoom(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  const scale = Math.min(1, room / width);
  return (
    <div ref={box} className="preview-box" style={isWhole ? roomOf(size) : { height }}>
      <iframe
        ref={ref} title={title} srcDoc={source} sandbox={sandbox} className="preview-frame"
        style={{ width, height: isWhole ? height : height / scale, transform: `scale(${scale})` }}
      />
    </div>
  );
});
