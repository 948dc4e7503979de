import { createContext } from "react";

/** The ids of the rows that are ticked. Read by each row, so that a tick draws its row and not the table around it. */
export const TickedOffers = createContext<ReadonlySet<string>>(new Set());
