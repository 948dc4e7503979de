import { describe, expect, test } from "vitest";
import { isGiftAttribute, isGiftWrap, namesGiftWrap, speaksOfGift } from "./gift-words";

describe("a note", () => {
  test.each([
    "It's a gift for my mum", "GIFT", "Bitte als Geschenk verpacken", "C’est un cadeau", "Es un regalo", "È un regalo!", "het is een cadeautje", "É um presente", "プレゼントです", "ギフト用です",
    "Used my gift card. This is a present.",
  ])("speaks of a gift: %s", (note) => {
    expect(speaksOfGift(note)).toBe(true);
  });

  test.each(["", "Leave at the door", "paid with my gift card", "I represent a firm", "Geschenkgutschein eingelöst", "carte cadeau", "ギフトカード", "gifted musician"])("does not: %s", (note) => {
    expect(speaksOfGift(note)).toBe(false);
  });
});

test.each([
  ["Gift wrapping", true], ["Gift-wrap (red)", true], ["Geschenkverpackung", true], ["Papier cadeau", true], ["Confezione regalo", true], ["ギフト包装", true],
  ["Wrapping paper, 5 m", false], ["Gift card £20", false], ["Gift tags", false],
])("gift wrap: %s is %s", (title, expected) => {
  expect(isGiftWrap(title)).toBe(expected);
});

test.each([
  ["gift", "yes", true], ["is_gift", "true", true], ["isGift", "1", true], ["Gift message", "Dear Ann", true], ["Geschenk", "ja", true],
  ["gift", "no", false], ["gift", "", false], ["is_gift", "False", false], ["gift_card_code", "X1", false], ["delivery", "gift", false],
])("attribute %s = %s marks a gift: %s", (name, value, expected) => {
  expect(isGiftAttribute(name, value)).toBe(expected);
});

test.each([
  ["Packaging", "Gift wrap", true], ["Gift wrap", "Yes, red", true], ["Verpackung", "Geschenkverpackung", true],
  ["Packaging", "No gift wrap", false], ["Gift wrap", "no", false], ["Verpackung", "ohne Geschenkverpackung", false], ["Packaging", "Plain", false],
])("property %s = %s chooses a gift wrap: %s", (name, value, expected) => {
  expect(namesGiftWrap(name, value)).toBe(expected);
});

test("a long hostile note costs next to nothing", () => {
  const started = performance.now();
  speaksOfGift("gift ".repeat(1) + " gift\t".repeat(20_000));
  isGiftWrap("emballage ".repeat(10_000));
  expect(performance.now() - started).toBeLessThan(50);
});
