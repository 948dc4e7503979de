import { useSearchParams } from "@remix-run/react";
import { useRef, useState } from "react";
import { parseOfferListing } from "../../domain/offers/offer-listing";

/** Between the last key and the search. */
const typingMs = 300;

/** What the address asks the list of offers for, and changes to it. */
export function useOfferListing() {
  const [params, setParams] = useSearchParams();
  const query = parseOfferListing(params);
  const [typed, setTyped] = useState(query.search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

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
  const page = (way: "after" | "before", cursor: string) => setParams((current) => {
    const kept = new URLSearchParams([...current].filter(([name]) => name !== "after" && name !== "before"));
    kept.set(way, cursor);
    return kept;
  });
  const look = (text: string) => {
    setTyped(text);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => show({ q: text.trim() }), typingMs);
  };
  const clear = () => {
    clearTimeout(typing.current);
    setTyped("");
    show({ q: "", placement: "", kind: "" });
  };
  return { query, typed, search: params.toString(), show, page, look, clear };
}
