import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, type Transaction } from "../database.server";
import { lockCounts } from "./contributions.server";
import { advanceWriting, type CountBuild } from "./count-builds.server";

/** A build that went on elsewhere or began anew: what is at hand is to be written no more. */
export class BuildSuperseded extends Error {}

/**
 * The pieces in which counts are written, each in a transaction of its own. They come in the same order from the same
 * noted orders; those that an earlier try has written are passed over, and not even made.
 */
export class BuildPieces {
  private place = 0;

  constructor(private readonly shop: ShopId, private readonly build: CountBuild, private readonly signal?: AbortSignal) {}

  /** Writes the next piece, with which this share of all is written. Throws when the build is to end, or is another's by now. */
  async next<Made>(share: number, make: () => Made | Promise<Made>, save: (made: Made, client: Transaction) => Promise<unknown>): Promise<void> {
    const { shop, build: { run, written } } = this;
    const place = this.place++;
    if (place < written) return;
    this.signal?.throwIfAborted();
    const made = await make();
    await inTransaction(async (client) => {
      await lockCounts(shop, client);
      if (!(await advanceWriting(shop, run, place, share, client))) throw new BuildSuperseded(`The counts of ${shop} are built elsewhere`);
      await save(made, client);
    });
  }
}

/** A piece of a table: all rows of some products. */
export interface Range<Row> {
  /** Products with ids after this one, up to the other; the first and the last piece reach beyond all. */
  afterId: number;
  lastId: number;
  rows: Row[];
}

/** What a table is to hold, products by ascending id. */
interface Table<Product, Row> {
  products: readonly Product[];
  rowsOf: (product: Product) => readonly Row[];
  rowsPerPiece: number;
}

/** Below any product, and below what stands for all of them. */
const beforeAll = -1;

type Save<Row> = (range: Range<Row>, client: Transaction) => Promise<unknown>;

/** Writes a table in pieces of about so many rows, at least one; from one share of all to another. */
export async function writeTable<Product extends { id: number }, Row>(pieces: BuildPieces, shares: readonly [number, number], table: Table<Product, Row>, save: Save<Row>): Promise<void> {
  for (const { range, share } of rangesOf(table, shares)) await pieces.next(share, () => range, save);
}

/** As `writeTable`, of rows that take long to make: those of pieces that are written already are not. */
export async function writeMadeTable<Product extends { id: number }, Row, Made>(
  pieces: BuildPieces, shares: readonly [number, number], table: Table<Product, Row>, make: (row: Row) => Made, save: Save<Made>,
): Promise<void> {
  for (const { range, share } of rangesOf(table, shares)) await pieces.next(share, async () => ({ ...range, rows: await madeOf(range.rows, make) }), save);
}

function* rangesOf<Product extends { id: number }, Row>({ products, rowsOf, rowsPerPiece }: Table<Product, Row>, [from, to]: readonly [number, number]): Generator<{ range: Range<Row>; share: number }> {
  let [afterId, rows]: [number, Row[]] = [beforeAll, []];
  for (const [place, product] of products.entries()) {
    for (const row of rowsOf(product)) rows.push(row);
    if (rows.length < rowsPerPiece) continue;
    yield { range: { afterId, lastId: product.id, rows }, share: from + ((to - from) * (place + 1)) / products.length };
    [afterId, rows] = [product.id, []];
  }
  yield { range: { afterId, lastId: Number.MAX_SAFE_INTEGER, rows }, share: to };
}

async function madeOf<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (const row of rows) {
    // The process's other jobs and connections get their turn in between.
    await new Promise(setImmediate);
    made.push(make(row));
  }
  return made;
}
