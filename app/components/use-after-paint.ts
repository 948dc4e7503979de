import { startTransition, useEffect, useState } from "react";

/**
 * A value as it was until the browser has drawn what else changed with it; then the new one, drawn piece by piece, so that nothing
 * done meanwhile has to wait. For what costs much and follows from an answer that is quick: the tick of a row before the bar of actions.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setDrawn(() => value))), [value]);
  return drawn;
}

/** What is called before a frame is drawn can only ask to be called again: that is after it. */
function afterPaint(work: () => void): () => void {
  let timer: number | undefined;
  const frame = requestAnimationFrame(() => { timer = window.setTimeout(work); });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
