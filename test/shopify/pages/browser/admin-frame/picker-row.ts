import type { PickerRequest } from "../../../app-bridge/contract";
import { element, say } from "./page";
import { isProduct } from "./picker-selection";
import type { PickerRow, PickerSelection } from "./picker-selection";

interface PickerRowContext {
  readonly selection: PickerSelection;
  readonly request: PickerRequest;
  /** A decimal string as a price; nothing for nothing. */
  priceText(price: string): string;
  changed(): void;
}

/** A row of the picker: tick box, picture and title, under it the variants where they can be chosen. */
export function pickerRow(row: PickerRow, { selection, request, priceText, changed }: PickerRowContext): HTMLLIElement {
  const item = element("li", "picker-row");
  const withVariants = isProduct(row) && !row.hasOnlyDefaultVariant && request.filter.variants;
  const chosenVariants = isProduct(row) ? row.variants.filter(({ id }) => selection.hasVariant(row, id)).length : 0;
  const partly = withVariants && chosenVariants > 0 && chosenVariants < row.variants.length;
  const box = tickBox(row.id, selection.hasRow(row), selection.isFull && request.limit !== 1, () => {
    selection.toggleRow(row);
    changed();
  });
  box.input.indeterminate = partly;
  const picture = element("span", "picker-picture");
  const source = isProduct(row) ? row.images[0]?.originalSrc : undefined;
  if (source) picture.append(Object.assign(element("img"), { src: source, alt: "", width: 40, height: 40, loading: "lazy" }));
  const text = element("span", "picker-text", row.title);
  if (isProduct(row) && row.status !== "ACTIVE") text.append(element("span", "badge", row.status.toLowerCase()));
  const side = element("span", "muted", isProduct(row) ? `${row.totalInventory} ${say("in stock")}` : `${row.productsCount} ${say("products")}`);
  const price = element("span", "picker-price", isProduct(row) && row.hasOnlyDefaultVariant ? priceText(row.variants[0]?.price ?? "") : "");
  box.label.append(picture, text, side, price);
  item.append(box.label);
  if (withVariants) {
    const variants = element("ul", "picker-variants");
    for (const variant of row.variants) {
      const line = element("li");
      const full = selection.isFull && request.limit !== 1 && (request.type === "variant" || !selection.hasRow(row));
      const variantBox = tickBox(variant.id, selection.hasVariant(row, variant.id), full, () => {
        selection.toggleVariant(row, variant.id);
        changed();
      });
      variantBox.label.append(element("span", "picker-text", variant.title), element("span", "muted", `${variant.inventoryQuantity} ${say("in stock")}`), element("span", "picker-price", priceText(variant.price)));
      line.append(variantBox.label);
      variants.append(line);
    }
    item.append(variants);
  }
  return item;
}

function tickBox(id: string, checked: boolean, full: boolean, toggle: () => void): { input: HTMLInputElement; label: HTMLLabelElement } {
  const label = element("label", "picker-label");
  const input = element("input");
  input.type = "checkbox";
  input.id = `pick-${id.split("/").slice(-2).join("-")}`;
  input.checked = checked;
  input.disabled = full && !checked;
  input.addEventListener("change", toggle);
  label.append(input);
  return { input, label };
}
