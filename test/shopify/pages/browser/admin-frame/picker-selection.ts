import type { PickerRequest } from "../../../app-bridge/contract";
import type { PickedCollection, PickedProduct } from "../../admin/picker-resources";

export type PickerRow = PickedProduct | PickedCollection;
type PickedVariant = PickedProduct["variants"][number];

/** True for a row that has variants. */
export function isProduct(row: PickerRow): row is PickedProduct {
  return "variants" in row;
}

/** What is ticked in the picker: rows in the order of ticking, each product with the variants chosen of it. */
export class PickerSelection {
  readonly #request: PickerRequest;
  readonly #chosen = new Map<string, { row: PickerRow; variantIds: Set<string> }>();

  constructor(request: PickerRequest) {
    this.#request = request;
  }

  /** Rows chosen, or variants when variants are what is picked. */
  get count(): number {
    if (this.#request.type !== "variant") return this.#chosen.size;
    return [...this.#chosen.values()].reduce((sum, { variantIds }) => sum + variantIds.size, 0);
  }

  get isFull(): boolean {
    return this.#request.limit !== null && this.count >= this.#request.limit;
  }

  hasRow(row: PickerRow): boolean {
    return this.#chosen.has(row.id);
  }

  hasVariant(row: PickerRow, variantId: string): boolean {
    return this.#chosen.get(row.id)?.variantIds.has(variantId) ?? false;
  }

  /** Ticks or unticks a row with all its variants; with a limit of one the new choice replaces the old. */
  toggleRow(row: PickerRow): void {
    if (this.#chosen.delete(row.id)) return;
    if (this.#request.limit === 1) this.#chosen.clear();
    if (this.isFull) return;
    const all = isProduct(row) ? row.variants.map(({ id }) => id) : [];
    const room = this.#request.type === "variant" && this.#request.limit !== null ? this.#request.limit - this.count : all.length;
    this.#chosen.set(row.id, { row, variantIds: new Set(all.slice(0, room)) });
  }

  /** Ticks or unticks one variant; a product without any is not chosen. */
  toggleVariant(row: PickerRow, variantId: string): void {
    const variantIds = new Set(this.#chosen.get(row.id)?.variantIds);
    if (!variantIds.delete(variantId)) {
      if (this.#request.limit === 1 && (this.#request.type === "variant" || !this.#chosen.has(row.id))) {
        this.#chosen.clear();
        variantIds.clear();
      }
      if (this.isFull && (this.#request.type === "variant" || !this.#chosen.has(row.id))) return;
      variantIds.add(variantId);
    }
    if (variantIds.size === 0) this.#chosen.delete(row.id);
    else this.#chosen.set(row.id, { row, variantIds });
  }

  /** Takes over what was chosen before; `variants` null means all of a product's. */
  preselect(rows: readonly PickerRow[]): void {
    for (const row of rows) {
      const given = this.#request.selectionIds.filter(({ id }) => id === row.id || (isProduct(row) && row.variants.some((variant) => variant.id === id)));
      const named = given.flatMap(({ id, variants }) => (id === row.id ? (variants ?? []) : [id]));
      const all = isProduct(row) ? row.variants.map(({ id }) => id) : [];
      if (given.length > 0) this.#chosen.set(row.id, { row, variantIds: new Set(named.length > 0 ? named : all) });
    }
  }

  /** The picker's answer in App Bridge's shape: products with the chosen variants, variants, or collections. */
  resources(): (PickerRow | PickedVariant)[] {
    const chosen = [...this.#chosen.values()].map(({ row, variantIds }) =>
      isProduct(row) ? { ...row, variants: row.variants.filter(({ id }) => variantIds.has(id)) } : row);
    return this.#request.type === "variant" ? chosen.flatMap((row) => (isProduct(row) ? row.variants : [])) : chosen;
  }
}
