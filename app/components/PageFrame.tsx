import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";
import { PageSkeleton } from "./PageSkeleton";
import { isLeaving, skeletonAfterMs } from "./page-skeleton";
import { useMixedCheckboxes } from "./use-mixed-checkboxes";

/** Shows the outline of the next page when it takes a moment. The page that is left only hides: should it stay, nothing typed is lost. */
export function PageFrame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const next = useNavigation().location?.pathname;
  const leaving = isLeaving(pathname, next);
  const [waited, setWaited] = useState(false);
  useMixedCheckboxes();
  useEffect(() => {
    if (!leaving) return;
    const timer = setTimeout(() => setWaited(true), skeletonAfterMs);
    return () => {
      clearTimeout(timer);
      setWaited(false);
    };
  }, [leaving, next]);
  const target = leaving && waited ? next : undefined;
  return (
    <>
      <div hidden={target !== undefined}>{children}</div>
      {target !== undefined && <PageSkeleton pathname={target} />}
    </>
  );
}
