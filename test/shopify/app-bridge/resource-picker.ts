import type { PickerRequest } from "./contract";
import type { Frame } from "./frame-connection";

interface PickerOptions {
  type: PickerRequest["type"];
  action?: "add" | "select";
  filter?: { hidden?: boolean; variants?: boolean; draft?: boolean | undefined; archived?: boolean | undefined; query?: string };
  multiple?: boolean | number;
  query?: string;
  selectionIds?: { id: string; variants?: { id: string }[] }[];
}

/** The picker's options with every default that App Bridge documents. */
export function pickerRequest(options: PickerOptions): PickerRequest {
  const { type, action = "add", filter = {}, multiple = false, query = "", selectionIds = [] } = options;
  return {
    type,
    action,
    limit: typeof multiple === "number" ? multiple : multiple ? null : 1,
    query,
    filter: { hidden: filter.hidden ?? true, variants: filter.variants ?? true, draft: filter.draft ?? true, archived: filter.archived ?? true, query: filter.query ?? "" },
    selectionIds: selectionIds.map(({ id, variants }) => ({ id, variants: variants?.map((variant) => variant.id) ?? null })),
  };
}

/** Opens the admin's picker; the list carries itself as `selection`, as App Bridge's does. */
export async function pickResources(frame: Frame, options: PickerOptions): Promise<(unknown[] & { selection: unknown[] }) | undefined> {
  const picked = await frame.pickResources(pickerRequest(options));
  return picked && Object.assign(picked, { selection: [...picked] });
}
