import { useState } from "react";

/** A list that staff arrange: what was moved, by pointer or by keyboard, and what is told to those who can't see it. */
export function useOrder(ids: readonly string[]) {
  const [order, setOrder] = useState<readonly string[]>(ids);
  const [base, setBase] = useState<readonly string[]>(ids);
  /** Where the offer that the keyboard holds was taken up. */
  const [held, setHeld] = useState<{ id: string; from: number } | null>(null);
  const place = (id: string, at: number) => setOrder((current) => placedAt(current, id, at));
  return {
    order,
    base,
    held,
    dirty: order.some((id, at) => id !== base[at]),
    place,
    take: (id: string) => setHeld({ id, from: order.indexOf(id) }),
    drop: () => setHeld(null),
    /** Puts what is held back to where it was taken up. */
    putBack: () => {
      if (held) place(held.id, held.from);
      setHeld(null);
    },
    discard: () => {
      setHeld(null);
      setOrder(base);
    },
    saved: () => setBase(order),
  };
}

/** The list with one entry at another place; past either end is that end. */
export function placedAt(ids: readonly string[], id: string, at: number): string[] {
  const rest = ids.filter((other) => other !== id);
  const place = Math.min(Math.max(0, at), rest.length);
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}
