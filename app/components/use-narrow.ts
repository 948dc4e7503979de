import { createContext, useContext, useSyncExternalStore } from "react";

/** Below Polaris's smallest breakpoint. */
const narrow = "(max-width: 30.6225em)";

/** Whether the page was asked for by a phone; what the server draws by. */
export const PhoneContext = createContext(false);

/**
 * Whether lists are drawn for a phone. The server goes by what the browser says of itself, so a phone is sent its own rows
 * and does not draw the whole list twice; from then on the width decides.
 */
export function useNarrow(): boolean {
  const isPhone = useContext(PhoneContext);
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches, () => isPhone);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
