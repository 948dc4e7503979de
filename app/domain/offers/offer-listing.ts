import type { OfferStrategy } from "../strategies/strategy";
import type { Placement } from "./placement";
import { placements } from "./placements";

/** A state, with active offers told apart by their schedule. */
export const offerPhases = ["draft", "active", "scheduled", "ended", "paused", "archived"] as const;
export type OfferPhase = (typeof offerPhases)[number];

export const offerTabs = ["all", "active", "scheduled", "draft", "paused", "ended", "archived"] as const;
export type OfferTab = (typeof offerTabs)[number];

/** How products are picked, in the order in which staff choose. */
export const listedKinds = [
  "manual", "boughtTogether", "priceLadder", "downsell", "reorder", "bestseller", "thankYouOnly", "collectionLink", "coupon",
] as const satisfies readonly OfferStrategy["kind"][];

export const offerSorts = ["priority", "name", "updated"] as const;
export type OfferSort = (typeof offerSorts)[number];

/** Where a page begins or ends: the sorted value of a row and its id. */
export interface ListingCursor {
  way: "after" | "before";
  value: string;
  id: string;
}

/** Which offers a list shows, and how. */
export interface OfferListingQuery {
  tab: OfferTab;
  search: string;
  /** Any of them; empty for all. */
  placements: Placement[];
  kinds: OfferStrategy["kind"][];
  sort: OfferSort;
  isDescending: boolean;
  cursor: ListingCursor | null;
}

const mostSearched = 120;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What an address asks for; whatever in it is unknown is left out. */
export function parseOfferListing(params: URLSearchParams): OfferListingQuery {
  const [sort, way] = (params.get("sort") ?? "").split("-");
  return {
    tab: offerTabs.find((tab) => tab === params.get("tab")) ?? "all",
    search: (params.get("q") ?? "").trim().slice(0, mostSearched),
    placements: among(placements, params.get("placement")),
    kinds: among(listedKinds, params.get("kind")),
    sort: offerSorts.find((known) => known === sort) ?? "priority",
    isDescending: way === "desc",
    cursor: cursorOf("after", params.get("after")) ?? cursorOf("before", params.get("before")),
  };
}

/** A cursor as an address carries it. */
export function cursorText({ value, id }: Pick<ListingCursor, "value" | "id">): string {
  return `${id}~${value}`;
}

/** "All" is what could still be shown one day: everything but the archive. */
export function phasesOf(tab: OfferTab): readonly OfferPhase[] {
  return tab === "all" ? offerPhases.filter((phase) => phase !== "archived") : [tab];
}

/** Whether a list shows neighbours as they follow each other, so that an offer can be moved among them. */
export function isInOrder({ sort, isDescending, search, placements, kinds, tab }: OfferListingQuery): boolean {
  return sort === "priority" && !isDescending && search === "" && placements.length + kinds.length === 0 && tab !== "archived";
}

function cursorOf(way: ListingCursor["way"], text: string | null): ListingCursor | null {
  const [, id = "", value = ""] = /^([^~]*)~(.*)$/s.exec(text ?? "") ?? [];
  return uuid.test(id) ? { way, value, id } : null;
}

function among<Known extends string>(known: readonly Known[], text: string | null): Known[] {
  const wanted = new Set((text ?? "").split(","));
  return known.filter((value) => wanted.has(value));
}
