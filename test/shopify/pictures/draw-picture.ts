import { hash, wordsOf } from "../history/dressing";
import type { Product } from "../store/model";
import { motifFor } from "./motifs";
import { paletteFor } from "./palette";

const LINE_CHARACTERS = 24;
const MAX_LINES = 3;

/** A product's picture, 800 by 800: a motif and a palette chosen by its name, with the name below. */
export function drawPicture(product: Product): string {
  const words = wordsOf(product.title);
  const chance = hash(product.title);
  const palette = paletteFor(words, chance);
  const turn = (chance % 9) - 4;
  const lines = wrap(product.title);
  const text = lines.map((line, index) => `<text x="400" y="${690 + (index - (lines.length - 1) / 2) * 40}">${escapeXml(line)}</text>`).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800" role="img" aria-label="${escapeXml(product.title)}">`,
    `<rect width="800" height="800" fill="${palette.paper}"/>`,
    `<circle cx="400" cy="330" r="245" fill="${palette.second}" opacity=".38"/>`,
    `<ellipse cx="400" cy="535" rx="150" ry="16" fill="${palette.ink}" opacity=".12"/>`,
    `<g transform="translate(400 335) scale(1.15) rotate(${turn})">${motifFor(words, product.productType)(palette)}</g>`,
    `<g fill="${palette.ink}" font-family="Georgia, 'Times New Roman', serif" font-size="32" text-anchor="middle">${text}</g>`,
    "</svg>",
  ].join("");
}

function wrap(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_CHARACTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1] ?? ""}…`];
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
