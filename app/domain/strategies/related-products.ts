import type { CatalogueProduct } from "../catalogue/product";
import { fold } from "../rules/matching";
import { bestFirst } from "./best-first";
import type { Proposal } from "./candidate";
import { entryPrice, type CatalogueIndex } from "./catalogue-index";
import type { CandidateEvidence } from "./evidence";

/** A collection or tag with more products says little of any two of them, and would cost time on every decision. */
const WIDEST_GROUP = 500;
/** Tags are given more freely than collections. */
const TAG_WEIGHT = 0.5;

/** A collection or tag of one product. */
interface Group {
  /** Places of its products. */
  members: Int32Array;
  points: number;
  evidence: CandidateEvidence;
}

/** 1 at the same price, a half at twice or half of it; 0 where a price is not known. */
export function priceNearness(priceMinor: number | null, anchorMinor: number | null): number {
  if (priceMinor === null || anchorMinor === null) return 0;
  return Math.min(priceMinor, anchorMinor) / Math.max(priceMinor, anchorMinor);
}

const NONE = new Int32Array(0);
const known = new WeakMap<CatalogueIndex, RelatedProducts>();

/** A catalogue's relations; arranged when they are first asked for, for as long as the index lives. */
export function relatedProductsOf(catalogue: CatalogueIndex): RelatedProducts {
  let related = known.get(catalogue);
  if (!related) known.set(catalogue, (related = new RelatedProducts(catalogue)));
  return related;
}

/** Which products of a catalogue share collections or tags, by small numbers: the places of the products. */
export class RelatedProducts {
  private readonly ids: Float64Array;
  /** Entry prices; 0 for none. */
  private readonly prices: Float64Array;
  private readonly places: ReadonlyMap<number, number>;
  private readonly groups = new Map<number, readonly Group[]>();
  private readonly members = new Map<readonly CatalogueProduct[], Int32Array>();
  /** Of the question in hand; 0 in between. */
  private readonly points: Float64Array;
  private readonly strongest: Float64Array;
  private readonly deciding: Int32Array;
  private readonly popularities = new WeakMap<readonly Proposal[], Float64Array>();

  constructor(private readonly catalogue: CatalogueIndex) {
    const products = [...catalogue.byId.values()];
    this.ids = Float64Array.from(products, ({ id }) => id);
    this.prices = Float64Array.from(products, (product) => entryPrice(product) ?? 0);
    this.places = new Map(products.map(({ id }, place) => [id, place]));
    this.points = new Float64Array(products.length);
    this.strongest = new Float64Array(products.length);
    this.deciding = new Int32Array(products.length);
  }

  /**
   * Products that share narrow collections or tags with these, the best first: by what is shared, gaining near a price and
   * by popularity; `popular` are the bestsellers, most orders first.
   */
  *proposals(products: readonly CatalogueProduct[], anchorMinor: number | null, popular: readonly Proposal[]): Generator<Proposal> {
    const popularity = this.popularityOf(popular);
    const groups = products.flatMap((product) => this.groupsOf(product));
    const touched = this.gather(groups);
    const scores = new Float64Array(touched.length);
    const ids = new Float64Array(touched.length);
    const deciding = new Int32Array(touched.length);
    for (let n = 0; n < touched.length; n += 1) {
      const place = touched[n] ?? 0;
      ids[n] = this.ids[place] ?? 0;
      deciding[n] = this.deciding[place] ?? 0;
      scores[n] = (this.points[place] ?? 0) * (1 + this.nearness(place, anchorMinor)) * (1 + (popularity[place] ?? 0));
      this.points[place] = 0;
    }
    for (const n of bestFirst(scores, ids)) {
      const evidence = groups[deciding[n] ?? 0]?.evidence;
      if (evidence) yield { productId: ids[n] ?? 0, variantIds: [], score: scores[n] ?? 0, evidence };
    }
  }

  /** Adds up what groups say of each product; the group that says most decides. Returns the places of those products. */
  private gather(groups: readonly Group[]): number[] {
    const { points: sums, strongest, deciding } = this;
    const touched: number[] = [];
    for (let group = 0; group < groups.length; group += 1) {
      const { members = NONE, points = 0 } = groups[group] ?? {};
      for (let n = 0; n < members.length; n += 1) {
        const place = members[n] ?? 0;
        const held = sums[place] ?? 0;
        sums[place] = held + points;
        if (held === 0) touched.push(place);
        else if (points <= (strongest[place] ?? 0)) continue;
        strongest[place] = points;
        deciding[place] = group;
      }
    }
    return touched;
  }

  private nearness(place: number, anchorMinor: number | null): number {
    const price = this.prices[place] ?? 0;
    return price === 0 ? 0 : priceNearness(price, anchorMinor);
  }

  /** By place: its orders as a share of the bestseller's. */
  private popularityOf(popular: readonly Proposal[]): Float64Array {
    let shares = this.popularities.get(popular);
    if (shares) return shares;
    shares = new Float64Array(this.ids.length);
    const mostOrders = popular[0]?.score ?? 1;
    for (const { productId, score } of popular) {
      const place = this.places.get(productId);
      if (place !== undefined) shares[place] = score / mostOrders;
    }
    this.popularities.set(popular, shares);
    return shares;
  }

  private groupsOf(product: CatalogueProduct): readonly Group[] {
    let groups = this.groups.get(product.id);
    if (!groups) this.groups.set(product.id, (groups = this.listGroups(product)));
    return groups;
  }

  private listGroups({ id: withProductId, collectionIds, tags }: CatalogueProduct): Group[] {
    const { byCollection, byTag, byId } = this.catalogue;
    const group = (found: readonly CatalogueProduct[] | undefined, factor: number, evidence: (size: number) => CandidateEvidence): Group[] => {
      if (!found || found.length < 2 || found.length > WIDEST_GROUP) return [];
      // A group of a few products says more than one of hundreds; one that holds everything says nothing.
      const points = factor * Math.log((byId.size + 1) / found.length);
      return [{ members: this.placesOf(found), points, evidence: evidence(found.length) }];
    };
    return [
      ...[...new Set(collectionIds)].sort((one, other) => one - other)
        .flatMap((collectionId) => group(byCollection.get(collectionId), 1, (size) => ({ kind: "sameCollection", withProductId, collectionId, size }))),
      ...[...new Set(tags.map(fold))].sort()
        .flatMap((tag) => group(byTag.get(tag), TAG_WEIGHT, (size) => ({ kind: "sameTag", withProductId, tag, size }))),
    ];
  }

  private placesOf(products: readonly CatalogueProduct[]): Int32Array {
    let places = this.members.get(products);
    if (!places) this.members.set(products, (places = Int32Array.from(products, ({ id }) => this.places.get(id) ?? 0)));
    return places;
  }
}
