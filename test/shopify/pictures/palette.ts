/** Paper, ink and two colours of a picture; each passes for one hand's work. */
export interface Palette {
  paper: string;
  ink: string;
  main: string;
  second: string;
}

const PALETTES: readonly Palette[] = [
  { paper: "#F6EFE6", ink: "#4A3B32", main: "#C8553D", second: "#F2C6A0" },
  { paper: "#EEF2EC", ink: "#2F4A3E", main: "#5B8C6F", second: "#C9DDB8" },
  { paper: "#EDF1F6", ink: "#2C3E57", main: "#4F7CAC", second: "#BFD4E7" },
  { paper: "#F8EDEE", ink: "#57323B", main: "#C66B7C", second: "#F1C9CF" },
  { paper: "#F5F1E3", ink: "#4D4426", main: "#C9A227", second: "#EBDDA6" },
  { paper: "#F0EDF5", ink: "#3F3557", main: "#7D6BA8", second: "#D3C9E8" },
  { paper: "#EAF3F2", ink: "#24494A", main: "#3E8E8C", second: "#B5DBD6" },
  { paper: "#F3F0ED", ink: "#3B3835", main: "#7A726B", second: "#D6CDC4" },
];

/** Colour words of a name choose their palette, so that a red bag is drawn in red. */
const BY_WORD: Readonly<Record<string, number>> = { red: 0, retrospot: 0, christmas: 0, green: 1, garden: 1, blue: 2, spaceboy: 2, pink: 3, heart: 3, hearts: 3, gold: 4, yellow: 4, cream: 4, purple: 5, lavender: 5, turquoise: 6, zinc: 7, metal: 7, silver: 7, black: 7, grey: 7, white: 7 };

export function paletteFor(words: readonly string[], chance: number): Palette {
  const word = words.find((candidate) => candidate in BY_WORD);
  const index = word === undefined ? chance % PALETTES.length : (BY_WORD[word] ?? 0);
  return PALETTES[index] ?? { paper: "#F3F0ED", ink: "#3B3835", main: "#7A726B", second: "#D6CDC4" };
}
