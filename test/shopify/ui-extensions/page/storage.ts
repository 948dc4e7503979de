/** What extensions keep in this browser under one key; a value that is undefined is taken away. */
export function createStorage(key: string): { read(): Record<string, unknown>; write(entries: Record<string, unknown>): void } {
  const read = (): Record<string, unknown> => {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...kept } : {};
  };
  return { read, write: (entries) => localStorage.setItem(key, JSON.stringify({ ...read(), ...entries })) };
}
