import { expect, test } from "vitest";
import { html, jsonScript, trusted } from "./html";

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  "`${alert(1)}`",
  `</title><svg onload=alert(1)>`,
  `&lt;script&gt;`,
];

test.each(HOSTILE)("no character of %s can open markup or leave an attribute", (text) => {
  const { markup } = html`<p title="${text}">${text}</p>`;
  const inside = markup.slice('<p title="'.length, -"</p>".length);
  expect(inside.replace(/^[^"]*">/, "")).not.toMatch(/[<>"'`]/);
  expect(inside.indexOf('"')).toBe(inside.indexOf('">'));
});

test("text that is escaped already is escaped again, so that it reads as written", () => {
  expect(html`${"&lt;"}`.markup).toBe("&amp;lt;");
});

test.each([null, undefined, true, false])("%s leaves nothing behind", (value) => {
  expect(html`<b>${value}</b>`.markup).toBe("<b></b>");
});

test("lists are joined, and markup of our own stays markup", () => {
  expect(html`<ul>${["<a>", "<b>"].map((text) => html`<li>${text}</li>`)}${trusted("<hr>")}</ul>`.markup).toBe("<ul><li>&lt;a&gt;</li><li>&lt;b&gt;</li><hr></ul>");
});

test.each(["</script><script>alert(1)</script>", "<!--<script>", "\u2028"])("a script element's JSON cannot be ended by %j and reads back the same", (text) => {
  const { markup } = jsonScript("state", { text });
  const json = markup.slice(markup.indexOf(">") + 1, markup.lastIndexOf("</script>"));
  expect(json).not.toMatch(/[<>\u2028]/);
  expect(JSON.parse(json)).toEqual({ text });
});
