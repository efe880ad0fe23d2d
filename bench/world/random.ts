/** A small seeded generator of numbers (sfc32): the same seed gives the same world on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(readonly seed: number) {
    [this.#a, this.#b, this.#c] = [seed | 0, seed ^ 0x9e3779b9, 0x243f6a88];
    for (let i = 0; i < 20; i++) this.bits(); // until the seed has reached every bit
  }

  /** A generator of its own for one part of the world: a draw more in one part moves nothing in another. */
  fork(part: string): Random {
    let hash = this.seed;
    for (const character of part) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return new Random(hash);
  }

  /** 32 random bits, 0 to 2^32 - 1. */
  bits(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** 0 <= x < 1. */
  next = (): number => this.bits() / 2 ** 32;

  /** A whole number, both ends included. */
  between = (least: number, most: number): number => least + Math.floor(this.next() * (most - least + 1));

  chance = (share: number): boolean => this.next() < share;

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    let sum = 0;
    for (const key in weights) sum += weights[key] ?? 0;
    let left = this.next() * sum;
    for (const key in weights) {
      left -= weights[key] ?? 0;
      if (left < 0) return key;
    }
    throw new Error("No weight is above zero.");
  }

  uuid(): string {
    const [a, b, c, d] = [this.#hex(), this.#hex(), this.#hex(), this.#hex()];
    // Version 4, variant 10.
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }

  #hex(): string {
    return this.bits().toString(16).padStart(8, "0");
  }
}

/** Whole numbers in proportion to the weights, none above `most`, that add up to `total` exactly. */
export function share(total: number, weights: readonly number[], most = Number.POSITIVE_INFINITY): number[] {
  const parts = weights.map(() => 0);
  let left = total;
  while (left > 0) {
    const open = parts.flatMap((part, i) => (part < most && (weights[i] ?? 0) > 0 ? [i] : []));
    const sum = open.reduce((s, i) => s + (weights[i] ?? 0), 0);
    if (open.length === 0) throw new Error(`${left} of ${total} find no place.`);
    const round = left;
    for (const i of open) {
      // At least one a place and round: the rest of the rounding goes to whoever comes first.
      const more = Math.max(1, Math.floor((round * (weights[i] ?? 0)) / sum));
      const taken = Math.min(more, most - (parts[i] ?? 0), left);
      parts[i] = (parts[i] ?? 0) + taken;
      left -= taken;
      if (left === 0) break;
    }
  }
  return parts;
}
