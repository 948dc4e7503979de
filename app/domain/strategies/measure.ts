/** A size that can be compared: grams, millilitres, metres or pieces. Clothing sizes are not smaller or larger offers. */
export interface Measure {
  unit: "g" | "ml" | "m" | "pieces";
  amount: number;
  /** The text without it. */
  rest: string;
}

const UNITS: Record<string, { unit: Measure["unit"]; factor: number }> = {
  mg: { unit: "g", factor: 0.001 }, g: { unit: "g", factor: 1 }, gr: { unit: "g", factor: 1 }, kg: { unit: "g", factor: 1_000 },
  oz: { unit: "g", factor: 28.3495 }, lb: { unit: "g", factor: 453.592 }, lbs: { unit: "g", factor: 453.592 },
  ml: { unit: "ml", factor: 1 }, cl: { unit: "ml", factor: 10 }, dl: { unit: "ml", factor: 100 }, l: { unit: "ml", factor: 1_000 },
  litre: { unit: "ml", factor: 1_000 }, liter: { unit: "ml", factor: 1_000 },
  cm: { unit: "m", factor: 0.01 }, m: { unit: "m", factor: 1 },
  pack: { unit: "pieces", factor: 1 }, pcs: { unit: "pieces", factor: 1 }, pc: { unit: "pieces", factor: 1 }, pieces: { unit: "pieces", factor: 1 },
  stück: { unit: "pieces", factor: 1 }, pièces: { unit: "pieces", factor: 1 },
};

const NUMBER_UNIT = /(?<![\p{L}\p{N}.,])(\d{1,6}(?:[.,]\d{1,3})?)[ -]?(mg|gr?|kg|oz|lbs?|ml|cl|dl|l|litre|liter|cm|m|pack|pcs?|pieces|stück|pièces)(?![\p{L}\p{N}])/iu;
const SET_OF = /(?<!\p{L})(?:pack|set|box) of (\d{1,4})(?!\p{N})/iu;

/** The first size that a title names ("Coffee 250 g", "Set of 6"), or null. "1,000" and "1.000" are a thousand. */
export function readMeasure(title: string): Measure | null {
  const text = title.slice(0, 300);
  const set = SET_OF.exec(text);
  const match = set ?? NUMBER_UNIT.exec(text);
  if (!match) return null;
  const kind = set ? UNITS.pack : UNITS[(match[2] ?? "").toLowerCase()];
  const amount = toNumber(match[1] ?? "") * (kind?.factor ?? 0);
  if (!kind || !(amount > 0)) return null;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/g, " ").trim();
  return { unit: kind.unit, amount, rest };
}

function toNumber(digits: string): number {
  return Number(/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? digits.replace(/[.,]/, "") : digits.replace(",", "."));
}

/** Whether one size is smaller than another of the same kind. */
export function isSmaller(one: Measure, other: Measure): boolean {
  return one.unit === other.unit && one.amount < other.amount;
}
