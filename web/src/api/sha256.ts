// SHA-256 (FIPS 180-4) of what comes piece by piece: the browser's own takes a file whole only, and
// exports are larger than memory.
const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let one = 2; found.length < count; one += 1)
    if (found.every((prime) => one % prime !== 0)) found.push(one);
  return found;
};
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const constants = Int32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const start = primes(8).map((prime) => fraction(Math.sqrt(prime)));
const block = 64; // bytes

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

export class Sha256 {
  private readonly state = Int32Array.from(start);
  private readonly words = new Int32Array(64);
  private readonly rest = new Uint8Array(block); // of the block under way
  private bytes = 0;

  add(piece: Uint8Array): this {
    let place = 0;
    const begun = this.bytes % block;
    this.bytes += piece.length;
    if (begun > 0) {
      place = Math.min(block - begun, piece.length);
      this.rest.set(piece.subarray(0, place), begun);
      if (begun + place < block) return this;
      this.mix(this.rest, 0);
    }
    for (; place + block <= piece.length; place += block) this.mix(piece, place);
    this.rest.set(piece.subarray(place));
    return this;
  }

  // Ends it: nothing can be added after.
  hex(): string {
    const length = this.bytes;
    const end = new Uint8Array(
      length % block < 56 ? block - (length % block) : 128 - (length % block),
    );
    end[0] = 0x80;
    const bits = new DataView(end.buffer, end.length - 8);
    bits.setUint32(0, Math.floor((length * 8) / 2 ** 32));
    bits.setUint32(4, (length * 8) >>> 0);
    this.add(end);
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  private mix(bytes: Uint8Array, place: number) {
    const { words, state } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset + place, block);
    const word = (index: number) => words[index] ?? 0;
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(i * 4);
    for (let i = 16; i < 64; i += 1) {
      const [early, late] = [word(i - 15), word(i - 2)];
      const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
      const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
      words[i] = (word(i - 16) + s0 + word(i - 7) + s1) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + word(i)) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => {
      state[i] = ((state[i] ?? 0) + value) | 0;
    });
  }
}
