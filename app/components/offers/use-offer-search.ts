import { useRef, useState } from "react";
import type { useOfferListing } from "./use-offer-listing";

/** Between the last key and the search. */
const typingMs = 300;

/** What is typed into the search field, sought once it rests. */
export function useOfferSearch(search: string, show: ReturnType<typeof useOfferListing>["show"]) {
  const [typed, setTyped] = useState(search);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
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
  return { typed, look, clear };
}
