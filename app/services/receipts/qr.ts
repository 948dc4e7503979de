import encodeQR from "qr";

/** Modules of white around the code, as scanners need them (ISO/IEC 18004). */
const quietZone = 4;

/** The text as a QR code, one SVG element in its own ink; readable with a quarter of it spoilt, as crumpled paper may be. */
export function qrCode(text: string): string {
  const rows = encodeQR(text, "raw", { ecc: "quartile", border: quietZone });
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`<rect x="${x}" y="${y}" width="1" height="1"/>`] : [])));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" role="img" aria-label="QR" shape-rendering="crispEdges" fill="#000">${squares.join("")}</svg>`;
}
