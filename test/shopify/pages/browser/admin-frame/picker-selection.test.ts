import { expect, test } from "vitest";
import { pickerRequest } from "../../../app-bridge/resource-picker";
import { AdjustableClock } from "../../../store/clock";
import { createProduct } from "../../../store/products";
import { createShop } from "../../../store/shops";
import { Store } from "../../../store/store";
import { pickedProduct } from "../../admin/picker-resources";
import { PickerSelection } from "./picker-selection";

const store = new Store({ clock: new AdjustableClock() });
const shop = createShop(store, { handle: "picked" });
const pickable = (title: string, count: number) =>
  pickedProduct("", shop, createProduct(store, { shop: shop.domain, product: { title, variants: Array.from({ length: count }, (_, index) => ({ price: 100, title: `Size ${index}` })) } }));
const [vase, bowl] = [pickable("Vase", 3), pickable("Bowl", 1)];
const variantIds = vase.variants.map(({ id }) => id);
const idsOf = (selection: PickerSelection) => selection.resources().map(({ id }) => id);

test("one choice replaces the other where one is all that can be chosen", () => {
  const selection = new PickerSelection(pickerRequest({ type: "product" }));
  selection.toggleRow(vase);
  selection.toggleRow(bowl);
  expect(idsOf(selection)).toEqual([bowl.id]);
});

test("a limit is kept", () => {
  const selection = new PickerSelection(pickerRequest({ type: "product", multiple: 2 }));
  for (const row of [vase, bowl, pickable("Third", 1)]) selection.toggleRow(row);
  expect(idsOf(selection)).toEqual([vase.id, bowl.id]);
});

test("a product comes with the variants that were chosen of it alone", () => {
  const selection = new PickerSelection(pickerRequest({ type: "product", multiple: true }));
  selection.toggleVariant(vase, variantIds[1] ?? "");
  const [picked] = selection.resources();
  expect(picked).toMatchObject({ id: vase.id, variants: [{ id: variantIds[1] }] });
});

test("taking away the last variant takes away the product", () => {
  const selection = new PickerSelection(pickerRequest({ type: "product", multiple: true }));
  selection.toggleVariant(vase, variantIds[0] ?? "");
  selection.toggleVariant(vase, variantIds[0] ?? "");
  expect(selection.resources()).toEqual([]);
});

test("variants are answered as variants when they are what is picked", () => {
  const selection = new PickerSelection(pickerRequest({ type: "variant", multiple: 2 }));
  selection.toggleRow(vase);
  expect(idsOf(selection)).toEqual(variantIds.slice(0, 2));
});

test.each([
  ["all variants when none are named", { id: vase.id }, variantIds],
  ["the named variants", { id: vase.id, variants: [{ id: variantIds[2] ?? "" }] }, variantIds.slice(2)],
])("an earlier choice is ticked with %s", (_name, earlier, expected) => {
  const selection = new PickerSelection(pickerRequest({ type: "product", multiple: true, selectionIds: [earlier] }));
  selection.preselect([vase]);
  expect(selection.resources()).toMatchObject([{ id: vase.id, variants: expected.map((id) => ({ id })) }]);
});
