import { useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import { parseOfferListing } from "../../domain/offers/offer-listing";
import { listKey } from "../list-key";

/** What the address asks the list of offers for, and changes to it. */
export function useOfferListing() {
  const [params, setParams] = useSearchParams();
  const query = parseOfferListing(params);

  /** Empty values leave the address; another list begins at its first page. */
  const show = (changes: Partial<Record<"tab" | "q" | "placement" | "kind" | "sort", string>>) => {
    setParams((current) => {
      const kept = new URLSearchParams(current);
      kept.delete("after");
      kept.delete("before");
      for (const [name, value] of Object.entries(changes)) {
        if (value === "") kept.delete(name);
        else kept.set(name, value);
      }
      return kept;
    }, { replace: true, preventScrollReset: true });
  };
  const page = useCallback((way: "after" | "before", cursor: string) => setParams((current) => {
    const kept = new URLSearchParams([...current].filter(([name]) => name !== "after" && name !== "before"));
    kept.set(way, cursor);
    return kept;
  }), [setParams]);
  return { query, search: params.toString(), list: listKey(params), show, page };
}
