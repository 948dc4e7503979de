/** Gives the browser a text to save as a file. */
export function downloadText(name: string, type: "application/json" | "text/csv", text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
