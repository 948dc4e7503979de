// SHA-256 of FIPS 180-4. The packages that offer it for AssemblyScript ship no sources to compile in, or load elsewhere.

const K = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
  0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
  0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
  0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
  0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
  0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
const INITIAL = memory.data<u32>([0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]);

export const BLOCK: usize = 64;
export const DIGEST: usize = 32;

const schedule = memory.data(256, 4);
const tail = memory.data(128, 4);

export function startHash(state: usize): void {
  memory.copy(state, INITIAL, DIGEST);
}

/** Takes in one block of 64 bytes. */
export function compress(state: usize, block: usize): void {
  for (let i: usize = 0; i < 64; i += 4) store<u32>(schedule + i, bswap(load<u32>(block + i)));
  for (let i: usize = schedule + 64; i < schedule + 256; i += 4) {
    const near = load<u32>(i - 8);
    const far = load<u32>(i - 60);
    const s1 = rotr(near, 17) ^ rotr(near, 19) ^ (near >> 10);
    const s0 = rotr(far, 7) ^ rotr(far, 18) ^ (far >> 3);
    store<u32>(i, s1 + load<u32>(i - 28) + s0 + load<u32>(i - 64));
  }
  let a = load<u32>(state), b = load<u32>(state, 4), c = load<u32>(state, 8), d = load<u32>(state, 12);
  let e = load<u32>(state, 16), f = load<u32>(state, 20), g = load<u32>(state, 24), h = load<u32>(state, 28);
  for (let i: usize = 0; i < 256; i += 4) {
    const t1 = h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + (g ^ (e & (f ^ g))) + load<u32>(K + i) + load<u32>(schedule + i);
    const t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) | (c & (a | b)));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
  store<u32>(state, load<u32>(state, 20) + f, 20);
  store<u32>(state, load<u32>(state, 24) + g, 24);
  store<u32>(state, load<u32>(state, 28) + h, 28);
}

/** Takes in the rest, pads it, and writes the digest; `before` bytes, a multiple of 64, went in already. */
export function finishHash(state: usize, text: usize, length: usize, before: usize, digest: usize): void {
  const whole = length & ~(BLOCK - 1);
  for (let done: usize = 0; done < whole; done += BLOCK) compress(state, text + done);
  const rest = length - whole;
  const padded: usize = rest < 56 ? 64 : 128;
  memory.fill(tail, 0, padded);
  memory.copy(tail, text + whole, rest);
  store<u8>(tail + rest, 0x80);
  store<u32>(tail + padded - 4, bswap(u32((before + length) << 3)));
  compress(state, tail);
  if (padded == 128) compress(state, tail + 64);
  for (let i: usize = 0; i < DIGEST; i += 4) store<u32>(digest + i, bswap(load<u32>(state + i)));
}
