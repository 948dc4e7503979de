/** A name as an address gives it; read where an order enters, and never kept. */
export interface AddressName {
  firstName: string | null;
  lastName: string | null;
}

/**
 * Whether parcel and bill are addressed to different families, or null where either does not say. Households share
 * orders, and people write initials: so last names decide, and first ones only where both lack a last.
 */
export function doNamesDiffer(shipping: AddressName | null, billing: AddressName | null): boolean | null {
  const last = differ(shipping?.lastName, billing?.lastName);
  if (last !== null) return last;
  const isLastGiven = fold(shipping?.lastName) !== "" || fold(billing?.lastName) !== "";
  return isLastGiven ? null : differ(shipping?.firstName, billing?.firstName);
}

function differ(one: string | null | undefined, other: string | null | undefined): boolean | null {
  const [left, right] = [fold(one), fold(other)];
  return left === "" || right === "" ? null : left !== right;
}

/** Without case, accents, spaces and punctuation: "O’Brien-Müller" is "obrien muller" typed in haste. */
function fold(name: string | null | undefined): string {
  return (name ?? "").slice(0, 200).normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
