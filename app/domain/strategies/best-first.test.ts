import fc from "fast-check";
import { expect, test } from "vitest";
import { bestFirst } from "./best-first";
import { ReadOnce } from "./read-once";

const scored = fc.uniqueArray(fc.record({ id: fc.nat(200), score: fc.integer({ min: 0, max: 5 }) }), { selector: ({ id }) => id, maxLength: 60 });

test("gives what sorting everything gives", () => {
  fc.assert(fc.property(scored, (items) => {
    const places = [...bestFirst(Float64Array.from(items, ({ score }) => score), Float64Array.from(items, ({ id }) => id))];
    expect(places.map((place) => items[place])).toEqual([...items].sort((one, other) => other.score - one.score || one.id - other.id));
  }));
});

test("a list that is read once answers every reader alike and works nothing out twice", () => {
  let worked = 0;
  const list = new ReadOnce((function* () { for (worked = 0; worked < 5;) yield worked += 1; })());
  const [first] = list;
  expect([first, worked]).toEqual([1, 1]);
  expect([[...list], [...list], worked]).toEqual([[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 5]);
});
