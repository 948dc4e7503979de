import { createContext } from "react";

/** The ids of the rows that show a tick. Read by each row, so that a tick draws its row and not the table around it. */
export const TickedOffers = createContext<ReadonlySet<string>>(new Set());
