import { ExportUnreadable } from "../../shopify/sync/bulk.server";

/** A node of the export's outer connection, with its own connections put back as `{nodes: […]}`. */
export interface ExportedRecord extends Record<string, unknown> {
  id: string;
}

export interface RecordBatch {
  records: ExportedRecord[];
  /** Lines of the file that are behind us once these are written. */
  linesRead: number;
}

const kindPattern = /^gid:\/\/shopify\/([A-Za-z]+)\//;

/**
 * Puts the lines of a grouped export together: a parent is followed by its children. Batches end between parents, after
 * about `size` lines. The first `skip` lines were written before. Throws ExportUnreadable for a line that is cut off or
 * belongs to no parent.
 */
export async function* batchRecords(
  chunks: AsyncIterable<readonly string[]>,
  children: Readonly<Record<string, string>>,
  skip: number,
  size: number,
): AsyncGenerator<RecordBatch, void, undefined> {
  let records: ExportedRecord[] = [];
  let begun = skip;
  let lineNumber = 0;
  let current: ExportedRecord | undefined;
  for await (const lines of chunks) {
    for (const line of lines) {
      if (line === "") continue;
      lineNumber += 1;
      if (lineNumber <= skip) continue;
      const node = parseNode(line, lineNumber);
      if (node["__parentId"] !== undefined) {
        attach(current, node, children, lineNumber);
        continue;
      }
      if (lineNumber - 1 - begun >= size) {
        yield { records, linesRead: lineNumber - 1 };
        records = [];
        begun = lineNumber - 1;
      }
      current = withEmptyConnections(node, children);
      records.push(current);
    }
  }
  if (lineNumber > begun) yield { records, linesRead: lineNumber };
}

function parseNode(line: string, lineNumber: number): ExportedRecord {
  try {
    const node: unknown = JSON.parse(line);
    if (typeof node === "object" && node !== null && "id" in node && typeof node.id === "string") return { ...node, id: node.id };
  } catch {
    // Told below.
  }
  throw new ExportUnreadable("useless", `line ${String(lineNumber)} of the result is damaged`);
}

function withEmptyConnections(node: ExportedRecord, children: Readonly<Record<string, string>>): ExportedRecord {
  for (const connection of Object.values(children)) node[connection] = { nodes: [] };
  return node;
}

function attach(parent: ExportedRecord | undefined, node: ExportedRecord, children: Readonly<Record<string, string>>, lineNumber: number): void {
  const connection = children[kindPattern.exec(node.id)?.[1] ?? ""];
  const held = connection === undefined ? undefined : parent?.[connection];
  if (!parent || node["__parentId"] !== parent.id || !isConnection(held)) {
    throw new ExportUnreadable("useless", `line ${String(lineNumber)} of the result belongs to no record before it`);
  }
  held.nodes.push(node);
}

function isConnection(value: unknown): value is { nodes: unknown[] } {
  return typeof value === "object" && value !== null && "nodes" in value && Array.isArray(value.nodes);
}
