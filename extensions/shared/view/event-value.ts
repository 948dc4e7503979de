/** What a field holds when it says that it changed. */
export function eventValue(event: Event): string {
  // Shopify's fields carry their value as a property; the DOM's types do not know them.
  const field = event.currentTarget as { value?: string } | null;
  return field?.value ?? "";
}

/** Puts a field back to what was allowed; its own state does not follow when nothing changes in ours. */
export function setEventValue(event: Event, value: string): void {
  const field = event.currentTarget as { value?: string } | null;
  if (field) field.value = value;
}

/** Whether a switch or checkbox is on when it says that it changed. */
export function eventChecked(event: Event): boolean {
  const field = event.currentTarget as { checked?: unknown } | null;
  return field?.checked === true;
}
