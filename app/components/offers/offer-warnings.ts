import { productText } from "../decisions/reason-text";
import type { EditorData } from "./editor-data";
import type { OfferForm } from "./offer-form";

/** What would keep a saved offer from being shown, in words. */
export function offerWarnings(data: EditorData, form: OfferForm): string[] {
  const { offer, products } = data;
  if (!offer) return [];
  const warnings: string[] = [];
  if (data.scheduleState === "after") warnings.push("Its schedule is over.");
  if (data.scheduleState === "before") warnings.push("Its schedule hasn’t begun yet.");
  const listed = form.products.map(({ productId }) => products.find(({ id }) => id === productId));
  const faults = listed.flatMap((product) => (product?.problem ? [{ title: product.title, code: product.problem }] : []));
  const all = faults.length > 0 && faults.length === listed.length;
  for (const { title, code } of faults) {
    const why = `“${title}” ${productText(code)}`;
    warnings.push(all ? `${why}.` : `${why}; another product is offered instead.`);
  }
  return warnings;
}
