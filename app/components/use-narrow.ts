import { createContext, useCallback, useContext, useSyncExternalStore } from "react";

/** Below Polaris's smallest breakpoint. */
const narrow = "(max-width: 30.6225em)";

/** Whether the page was asked for by a phone; what the server draws by. */
export const PhoneContext = createContext(false);

/**
 * Whether lists are drawn for a phone. The server goes by what the browser says of itself, so a phone is sent its own rows
 * and does not draw the whole list twice; from then on the width decides.
 */
export function useNarrow(): boolean {
  return useMedia(narrow);
}

/** Whether a media query that holds for phones holds; until the page is hydrated, whether a phone asked for it. */
export function useMedia(query: string): boolean {
  const isPhone = useContext(PhoneContext);
  const subscribe = useCallback((onChange: () => void) => {
    const list = window.matchMedia(query);
    list.addEventListener("change", onChange);
    return () => list.removeEventListener("change", onChange);
  }, [query]);
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches, () => isPhone);
}
