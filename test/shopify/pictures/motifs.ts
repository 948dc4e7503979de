import type { Palette } from "./palette";

/** Draws within a square of 400 by 400, its middle at 0,0. */
export type Motif = (palette: Palette) => string;

const stroke = (palette: Palette, width = 10) => `stroke="${palette.ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;

const mug: Motif = (p) => `<path d="M-95-80h170v120a60 60 0 0 1-60 60h-50a60 60 0 0 1-60-60z" fill="${p.main}"/><path d="M75-50h30a40 40 0 0 1 0 80H72" fill="none" ${stroke(p)}/><path d="M-95-80h170v26H-95z" fill="${p.second}"/><path d="M-45-120q-18-22 0-44M5-120q-18-22 0-44" fill="none" ${stroke(p, 8)}/>`;
const bag: Motif = (p) => `<path d="M-55-60v-30a55 55 0 0 1 110 0v30" fill="none" ${stroke(p, 12)}/><path d="M-110-65h220l22 210h-264z" fill="${p.main}"/><g fill="${p.second}"><circle cx="-60" cy="0" r="16"/><circle cx="10" cy="-20" r="16"/><circle cx="65" cy="25" r="16"/><circle cx="-20" cy="60" r="16"/><circle cx="-88" cy="92" r="16"/><circle cx="55" cy="98" r="16"/></g>`;
const lantern: Motif = (p) => `<path d="M0-165v30" ${stroke(p, 8)}/><path d="M-60-95L0-140 60-95z" fill="${p.ink}"/><rect x="-75" y="-95" width="150" height="200" rx="10" fill="${p.second}"/><path d="M0-50c40 45 42 85 0 110-42-25-40-65 0-110z" fill="${p.main}"/><rect x="-95" y="105" width="190" height="26" rx="8" fill="${p.ink}"/><path d="M-75-95v200M75-95v200" ${stroke(p, 8)}/>`;
const card: Motif = (p) => `<g transform="rotate(-8)"><rect x="-120" y="-95" width="240" height="190" rx="10" fill="${p.second}"/><path d="M-120-95L0 20 120-95" fill="none" ${stroke(p)}/></g><circle cx="0" cy="35" r="34" fill="${p.main}"/><path d="M-14 35l10 12 20-24" fill="none" stroke="${p.paper}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
const box: Motif = (p) => `<rect x="-115" y="-30" width="230" height="160" rx="8" fill="${p.main}"/><rect x="-130" y="-75" width="260" height="52" rx="8" fill="${p.second}"/><rect x="-18" y="-75" width="36" height="205" fill="${p.ink}"/><path d="M0-75c-30-60-95-60-80-15 8 20 50 20 80 15zm0 0c30-60 95-60 80-15-8 20-50 20-80 15z" fill="none" ${stroke(p)}/>`;
const toy: Motif = (p) => `<circle cx="0" cy="-50" r="80" fill="${p.main}"/><circle cx="-62" cy="-112" r="34" fill="${p.second}"/><circle cx="62" cy="-112" r="34" fill="${p.second}"/><ellipse cx="0" cy="85" rx="92" ry="78" fill="${p.main}"/><ellipse cx="0" cy="95" rx="50" ry="46" fill="${p.second}"/><g fill="${p.ink}"><circle cx="-28" cy="-60" r="9"/><circle cx="28" cy="-60" r="9"/><ellipse cx="0" cy="-32" rx="14" ry="10"/></g>`;
const plant: Motif = (p) => `<path d="M-80 40h160l-22 110H-58z" fill="${p.main}"/><rect x="-95" y="20" width="190" height="36" rx="8" fill="${p.ink}"/><path d="M0 20V-90" ${stroke(p)}/><path d="M0-30c-70 0-95-45-95-95 60 0 95 35 95 95zM0-60c70 0 95-40 95-90-60 0-95 30-95 90z" fill="${p.second}" ${stroke(p, 6)}/>`;
const jewel: Motif = (p) => `<path d="M-130-120c20 150 240 150 260 0" fill="none" ${stroke(p, 8)}/><path d="M0-5l62 62L0 150-62 57z" fill="${p.main}"/><path d="M-62 57H62L0 150z" fill="${p.second}"/><g fill="${p.ink}"><circle cx="-112" cy="-62" r="10"/><circle cx="112" cy="-62" r="10"/><circle cx="-66" cy="-24" r="10"/><circle cx="66" cy="-24" r="10"/></g>`;
const frame: Motif = (p) => `<rect x="-115" y="-140" width="230" height="280" rx="10" fill="${p.ink}"/><rect x="-92" y="-117" width="184" height="234" fill="${p.second}"/><path d="M-92 60l60-80 45 55 35-40 44 65v57H-92z" fill="${p.main}"/><circle cx="40" cy="-62" r="26" fill="${p.paper}"/>`;
const heart: Motif = (p) => `<path d="M0 130C-150 40-150-110-60-110-20-110 0-75 0-60c0-15 20-50 60-50 90 0 90 150-60 240z" fill="${p.main}"/><path d="M-70-60c-20 20-22 50-8 80" fill="none" stroke="${p.second}" stroke-width="14" stroke-linecap="round"/><path d="M0-150v60" ${stroke(p, 8)}/>`;
const clock: Motif = (p) => `<circle r="135" fill="${p.main}"/><circle r="108" fill="${p.paper}"/><path d="M0-70V0l46 30" fill="none" ${stroke(p, 12)}/><g fill="${p.ink}"><circle cy="-92" r="7"/><circle cy="92" r="7"/><circle cx="-92" r="7"/><circle cx="92" r="7"/></g>`;
const cake: Motif = (p) => `<path d="M-90 30h180l-26 110H-64z" fill="${p.second}"/><path d="M-50 30l10 110M0 30v110M50 30l-10 110" ${stroke(p, 5)}/><path d="M-105 35c-20-60 35-75 45-95 20-60 100-60 120 0 10 20 65 35 45 95z" fill="${p.main}"/><circle cy="-115" r="22" fill="${p.ink}"/>`;
const bath: Motif = (p) => `<path d="M-140 0h280c0 90-50 130-110 130h-60C-90 130-140 90-140 0z" fill="${p.main}"/><rect x="-155" y="-18" width="310" height="34" rx="17" fill="${p.ink}"/><g fill="${p.second}"><circle cx="-60" cy="-50" r="34"/><circle cx="0" cy="-75" r="44"/><circle cx="62" cy="-48" r="30"/></g>`;
const star: Motif = (p) => `<path d="M0-140l40 92 100 10-76 66 24 98L0 74l-88 52 24-98-76-66 100-10z" fill="${p.main}"/><circle r="36" fill="${p.second}"/>`;

const BY_WORD: Readonly<Record<string, Motif>> = { clock, heart, hearts: heart, cake, cakes: cake, muffin: cake, frame, mirror: frame, picture: frame, sign: frame, card, cards: card, envelope: card, star, christmas: star, bag, bags: bag, shopper: bag, mug, cup: mug, box, lantern, candle: lantern, plant, flower: plant };
const BY_TYPE: Readonly<Record<string, Motif>> = { Jewellery: jewel, Bags: bag, "Lighting & candles": lantern, "Tea & kitchen": mug, "Stationery & party": card, "Toys & games": toy, Garden: plant, Storage: box, "Bath & wellbeing": bath, "Home decor": frame };

/** The motif that a name speaks of, or else its type's, or a star. */
export function motifFor(words: readonly string[], productType: string): Motif {
  const word = words.findLast((candidate) => candidate in BY_WORD);
  return (word === undefined ? BY_TYPE[productType] : BY_WORD[word]) ?? star;
}
