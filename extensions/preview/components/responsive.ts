/** What the width in a value's condition is measured by: the nearest `s-query-container`, or the whole block. */
export function containerOf(element: Element): Element {
  return element.parentElement?.closest("s-query-container, .extension-root") ?? document.documentElement;
}

/** The value of "@container (inline-size > 500px) wide, narrow" at a width in pixels. */
export function resolveValue(value: string, width: number): string {
  const conditionEnd = lastConditionEnd(value);
  const [met, otherwise] = splitOnce(value.slice(conditionEnd));
  const conditions = [...value.slice(0, conditionEnd).matchAll(/\(([^()]*)\)/g)].map(([, condition = ""]) => condition);
  return (conditions.every((condition) => holds(condition, width)) ? met : otherwise).trim();
}

/** Where the last "( … inline-size … )" ends: values may have parentheses of their own. */
function lastConditionEnd(value: string): number {
  let end = 0;
  for (const match of value.matchAll(/\([^()]*inline-size[^()]*\)/g)) end = match.index + match[0].length;
  return end;
}

function splitOnce(text: string): [string, string] {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "," && depth === 0) return [text.slice(0, index), text.slice(index + 1)];
  }
  return [text, ""];
}

function holds(condition: string, width: number): boolean {
  const parts = /^(?:([\d.]+)px\s*([<>]=?)\s*)?inline-size(?:\s*([<>]=?)\s*([\d.]+)px)?$/.exec(condition.trim());
  if (!parts) return false;
  const [, left, leftSign, rightSign, right] = parts;
  return (left === undefined || compare(Number(left), leftSign, width)) && (right === undefined || compare(width, rightSign, Number(right)));
}

function compare(a: number, sign: string | undefined, b: number): boolean {
  if (sign === "<") return a < b;
  if (sign === "<=") return a <= b;
  if (sign === ">") return a > b;
  return a >= b;
}
