import type { TFunction } from "i18next";
import { shopperLanguages } from "../../domain/placements/shopper-language";
import { isGroup } from "../rules/rule-form";
import type { GroupForm } from "../rules/rule-form";
import type { FieldIssue } from "./editor-data";

/** A fault with the field that it belongs to, where its message does not name that itself. */
export function issueText(t: TFunction, { path, message }: FieldIssue, rule: GroupForm): string {
  const place = placeName(t, path, rule);
  return place === null ? message : t("offers:editor.issue", { place, message });
}

function placeName(t: TFunction, path: string, rule: GroupForm): string | null {
  const [part, ...rest] = path.split(".");
  switch (part) {
    case "rule": return conditionAt(t, rest, rule);
    case "texts": {
      const language = shopperLanguages.find((known) => known === rest[0]);
      return language === undefined ? null : t(`common:language.${language}`);
    }
    case "discount": return t("offers:discountCard.title");
    case "quantityLimit": return t("offers:limits.most");
    case "shippingMinor": return t("offers:limits.shipping");
    case "schedule": return t("offers:schedule.title");
    case "strategy": return t("offers:pick.title");
    default: return null;
  }
}

/** The condition's name; what is wrong with a whole group says so itself. */
function conditionAt(t: TFunction, path: readonly string[], group: GroupForm): string | null {
  const [list, index, ...rest] = path;
  const node = list === "conditions" && index !== undefined ? group.conditions[Number(index)] : undefined;
  if (!node) return null;
  return isGroup(node) ? conditionAt(t, rest, node) : t(`rules:condition.${node.kind}`);
}

/** Goes to the field of a path of the draft, or into the nearest place around it: what has the path as its name or its `data-place`. */
export function goToPlace(path: string): void {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const place = document.querySelector<HTMLElement>(`[name="${at}"], [data-place="${at}"]`);
    const field = place?.matches("[name]") ? place : (place?.querySelector<HTMLElement>("[aria-invalid=true]") ?? place?.querySelector<HTMLElement>(fields));
    if (!field) continue;
    field.focus({ preventScroll: true });
    field.scrollIntoView({ block: "center" });
    return;
  }
}

const fields = "input:not([type=hidden]), select, textarea, button";
