import { useEffect, useRef } from "react";

/** Kept between the column and the window's edge; pixels. */
const margin = 16;

/** Keeps a column in sight while the page beside it is scrolled: by its top, or by its end where it is higher than the window. */
export function useStickySide() {
  const side = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const column = side.current;
    if (!column) return;
    const place = () => column.style.setProperty("top", `${Math.min(margin, window.innerHeight - column.offsetHeight - margin)}px`);
    const observer = new ResizeObserver(place);
    observer.observe(column);
    window.addEventListener("resize", place);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", place);
    };
  }, []);
  return side;
}
