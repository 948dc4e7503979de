/** What is costly to work out is worked out anew once what it rests on has grown by this share. */
const GROWTH = 0.5;

/** Whether something that rested on so many observations has to be worked out anew, now that there are more or fewer. */
export function hasGrown(before: number, now: number): boolean {
  return Math.abs(now - before) > before * GROWTH;
}
