/** FNV-1a, 32 bit: the one source of everything that is derived from a name. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

const VENDORS = ["Fern Lane", "Little Lantern", "Paper Moon", "Tin & Twine", "Hearth & Hollow", "Harbour Goods"];

/** What kind of thing a name speaks of; the first that fits. Words, not parts of words. */
const TYPES: readonly (readonly [string, readonly string[]])[] = [
  ["Jewellery", ["necklace", "bracelet", "earring", "earrings", "ring", "brooch", "bangle", "hairclip", "hair"]],
  ["Bags", ["bag", "bags", "shopper", "tote", "purse", "satchel", "holdall", "suitcase", "luggage"]],
  ["Lighting & candles", ["light", "lights", "t-light", "candle", "candles", "lantern", "lamp", "candlestick", "incense", "nightlight"]],
  ["Tea & kitchen", ["mug", "cup", "cups", "saucer", "teapot", "tea", "coffee", "plate", "bowl", "jug", "baking", "cake", "cakestand", "cakecases", "apron", "oven", "spoon", "spoons", "fork", "jar", "egg", "kitchen", "lunch", "bottle", "tray", "napkins", "napkin", "coaster", "coasters", "jam", "cutlery", "glass", "tumbler", "cocktail", "recipe", "snack", "measuring", "tins"]],
  ["Stationery & party", ["card", "cards", "wrap", "paper", "ribbon", "ribbons", "notebook", "pencil", "pencils", "pen", "stickers", "sticker", "tissues", "bunting", "garland", "party", "birthday", "envelope", "journal", "tape", "stamp", "chalkboard", "balloons", "confetti"]],
  ["Toys & games", ["doll", "dolls", "toy", "game", "games", "puzzle", "skipping", "playhouse", "dinosaur", "soldier", "robot", "spaceboy", "dolly", "skittles", "blocks", "children", "childrens", "kids", "baby"]],
  ["Garden", ["garden", "bird", "birdhouse", "plant", "planter", "watering", "herb", "flower", "flowers", "gnome", "parasol", "seeds"]],
  ["Storage", ["box", "boxes", "tin", "basket", "drawer", "drawers", "cabinet", "storage", "hook", "hooks", "hanger", "rack", "shelf", "crate", "trinket"]],
  ["Bath & wellbeing", ["soap", "bath", "towel", "toothbrush", "hottie", "warmer", "hot", "umbrella", "slippers", "cream"]],
  ["Home decor", ["clock", "frame", "sign", "mirror", "cushion", "decoration", "doormat", "ornament", "heart", "wreath", "picture", "photo", "vase", "door", "wall", "rug", "quilt", "fridge", "magnets", "magnet", "bell", "star"]],
];
export const OTHER_TYPE = "Gifts & curiosities";

const TAGS = ["christmas", "vintage", "retrospot", "heart", "hearts", "paisley", "polkadot", "pink", "red", "blue", "green", "white", "black", "ivory", "silver", "gold", "wooden", "metal", "glass", "ceramic", "zinc", "set", "mini", "jumbo", "large", "small", "easter", "wedding", "birthday", "london"];
const SMALL_WORDS = new Set(["of", "and", "with", "in", "the", "for", "a", "an", "on", "to", "by"]);

export interface Dressing {
  title: string;
  vendor: string;
  productType: string;
  tags: string[];
}

/** Everything about a product that a history does not tell, derived from its name alone, the same every time. */
export function dress(name: string, productId: string): Dressing {
  const words = wordsOf(name);
  const type = TYPES.find(([, hints]) => words.some((word) => hints.includes(word)))?.[0] ?? OTHER_TYPE;
  const tags = TAGS.filter((tag) => words.includes(tag) || (tag === "christmas" && words.includes("xmas")));
  return { title: readableTitle(name), vendor: VENDORS[hash(productId) % VENDORS.length] ?? "", productType: type, tags };
}

export function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^a-z0-9-]+/).filter((word) => word !== "");
}

/** A name written mostly in capitals as a title: "WHITE HANGING HEART T-LIGHT HOLDER" becomes "White Hanging Heart T-Light Holder". */
export function readableTitle(name: string): string {
  const clean = name.replace(/\s*,\s*/g, ", ").replace(/\s+/g, " ").replace(/[\s.,]+$/, "").trim();
  const letters = clean.replace(/[^A-Za-z]/g, "");
  const capitals = letters.replace(/[a-z]/g, "");
  if (capitals.length * 2 < letters.length) return clean;
  return clean.split(" ").map((word, index) => capitalise(word, index)).join(" ");
}

function capitalise(word: string, index: number): string {
  const lower = word.toLowerCase();
  if (index > 0 && SMALL_WORDS.has(lower)) return lower;
  if (/^\d/.test(word)) return lower;
  return lower.replace(/(^|[-/"'(+])([a-z])(?!$|s\b)/g, (_match, before: string, letter: string) => before + letter.toUpperCase()).replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
