import { leb, signedLeb, WasmReader } from "./wasm-reader";

const GLOBALS = 6;
const EXPORTS = 7;
const CODE = 10;
export const COUNTER = "instructions";

/** Opcodes without cost, as Wasmtime's fuel has it, by which Shopify limits Functions: what only marks where a block begins or ends. */
const FREE = new Set([0x00, 0x01, 0x02, 0x03, 0x05, 0x0b, 0x0f, 0x1a]);
/** After these another straight run of instructions begins. */
const ENDS_RUN = new Set([0x00, 0x02, 0x03, 0x04, 0x05, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11]);

/**
 * A copy of a module that counts the instructions it executes, in an exported global: at the head of each straight run it
 * adds that run's length. Every instruction is one, but for those that are free at Shopify.
 */
export function metered(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new WasmReader(wasm);
  const out: number[] = [...reader.take(8)];
  const sections: { id: number; body: Uint8Array }[] = [];
  while (!reader.done) {
    const id = reader.byte();
    sections.push({ id, body: reader.take(reader.u32()) });
  }
  const counter = countOf(sections.find(({ id }) => id === GLOBALS)?.body);
  if (!sections.some(({ id }) => id === GLOBALS)) throw new Error("A module without globals is not handled");
  for (const { id, body } of sections) {
    const changed = id === GLOBALS ? withGlobal(body) : id === EXPORTS ? withExport(body, counter) : id === CODE ? withCounting(body, counter) : body;
    push(out, [id], leb(changed.length), changed);
  }
  return new Uint8Array(out);
}

/** Without the limit on arguments that spreading has. */
function push(out: number[], ...pieces: Iterable<number>[]): void {
  for (const piece of pieces) for (const byte of piece) out.push(byte);
}

function countOf(body: Uint8Array | undefined): number {
  return body ? new WasmReader(body).u32() : 0;
}

function withEntry(body: Uint8Array, entry: Iterable<number>): number[] {
  const reader = new WasmReader(body);
  const out: number[] = [];
  push(out, leb(reader.u32() + 1), body.subarray(reader.at), entry);
  return out;
}

/** A mutable i64, 0 at first. */
function withGlobal(body: Uint8Array): number[] {
  return withEntry(body, [0x7e, 0x01, 0x42, 0x00, 0x0b]);
}

function withExport(body: Uint8Array, counter: number): number[] {
  const name = Buffer.from(COUNTER);
  return withEntry(body, [...leb(name.length), ...name, 0x03, ...leb(counter)]);
}

function withCounting(body: Uint8Array, counter: number): number[] {
  const reader = new WasmReader(body);
  const functions = reader.u32();
  const out: number[] = [...leb(functions)];
  for (let index = 0; index < functions; index++) {
    const counted = countingBody(reader.take(reader.u32()), counter);
    push(out, leb(counted.length), counted);
  }
  return out;
}

function countingBody(body: Uint8Array, counter: number): number[] {
  const reader = new WasmReader(body);
  for (let groups = reader.u32(); groups > 0; groups--) {
    reader.skipLeb();
    reader.byte();
  }
  const out: number[] = [];
  push(out, body.subarray(0, reader.at));
  let start = reader.at;
  let cost = 0;
  const endRun = () => {
    if (cost > 0) push(out, [0x23, ...leb(counter), 0x42, ...signedLeb(cost), 0x7c, 0x24, ...leb(counter)]);
    push(out, body.subarray(start, reader.at));
    start = reader.at;
    cost = 0;
  };
  while (!reader.done) {
    const opcode = reader.byte();
    if (!FREE.has(opcode)) cost += 1;
    skipImmediates(reader, opcode);
    if (ENDS_RUN.has(opcode)) endRun();
  }
  endRun();
  return out;
}

/** Steps over what belongs to an opcode; throws for one outside WebAssembly's first version and bulk memory. */
function skipImmediates(reader: WasmReader, opcode: number): void {
  if (opcode <= 0x01 || opcode === 0x05 || opcode === 0x0b || opcode === 0x0f || opcode === 0x1a || opcode === 0x1b) return;
  if (opcode >= 0x02 && opcode <= 0x04) reader.skipLeb();
  else if (opcode === 0x0c || opcode === 0x0d || opcode === 0x10 || (opcode >= 0x20 && opcode <= 0x24)) reader.skipLeb();
  else if (opcode === 0x0e) for (let targets = reader.u32() + 1; targets > 0; targets--) reader.skipLeb();
  else if (opcode === 0x11 || (opcode >= 0x28 && opcode <= 0x3e)) {
    reader.skipLeb();
    reader.skipLeb();
  } else if (opcode === 0x3f || opcode === 0x40 || opcode === 0x41 || opcode === 0x42) reader.skipLeb();
  else if (opcode === 0x43) reader.take(4);
  else if (opcode === 0x44) reader.take(8);
  else if (opcode === 0xfc) {
    const operation = reader.u32();
    const immediates = operation <= 7 ? 0 : operation === 8 || operation === 10 ? 2 : operation === 9 || operation === 11 ? 1 : -1;
    if (immediates < 0) throw new Error(`Not handled: 0xfc ${operation}`);
    for (let count = 0; count < immediates; count++) reader.skipLeb();
  } else if (opcode < 0x45 || opcode > 0xc4) throw new Error(`Not handled: opcode ${opcode}`);
}
