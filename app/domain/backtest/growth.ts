/** What is costly to work out is worked out anew once what it rests on has grown by this share. */
export const GROWTH = 0.5;

/** Whether something that rested on so many observations has to be worked out anew, now that there are more or fewer; with a growth of 0 always. */
export function hasGrown(before: number, now: number, growth: number): boolean {
  return growth === 0 || Math.abs(now - before) > before * growth;
}
