import { SkeletonBodyText } from "@shopify/polaris";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { PreviewPanelProps } from "./PreviewPanel";

const Panel = lazy(() => import("./PreviewPanel").then(({ PreviewPanel }) => ({ default: PreviewPanel })));

/** A preview that is fetched once it comes near the screen; until then its place is kept. */
export function LazyPreview(props: PreviewPanelProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = place.current;
    if (!watched) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
    }, { rootMargin: "300px" });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  const waiting = <div className="preview-coming"><SkeletonBodyText lines={16} /></div>;
  return <div ref={place}>{near ? <Suspense fallback={waiting}><Panel {...props} /></Suspense> : waiting}</div>;
}
