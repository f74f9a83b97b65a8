/** Room for what two usual reports have; it grows. */
const TABLE_PLACES = 1 << 16;

/** Numbers for ordered pairs of numbers; exact, without the cost of a string or an object a pair. */
export class PairTable {
  #firsts: Int32Array;
  #seconds: Int32Array;
  /** Number + 1; 0 is an empty place. */
  #numbers: Int32Array;
  #count = 0;

  /** @param places a power of two, twice what is expected */
  constructor(places = TABLE_PLACES) {
    this.#firsts = new Int32Array(places);
    this.#seconds = new Int32Array(places);
    this.#numbers = new Int32Array(places);
  }

  get size(): number {
    return this.#count;
  }

  numberOf(first: number, second: number): number {
    if (this.#count * 2 >= this.#numbers.length) this.#grow();
    const mask = this.#numbers.length - 1;
    let at = hashPair(first, second) & mask;
    for (;;) {
      const number = this.#numbers[at] ?? 0;
      if (number === 0) break;
      if (this.#firsts[at] === first && this.#seconds[at] === second) return number - 1;
      at = (at + 1) & mask;
    }
    this.#firsts[at] = first;
    this.#seconds[at] = second;
    this.#count += 1;
    this.#numbers[at] = this.#count;
    return this.#count - 1;
  }

  #grow(): void {
    const { length } = this.#numbers;
    const [firsts, seconds, numbers] = [this.#firsts, this.#seconds, this.#numbers];
    this.#firsts = new Int32Array(length * 4);
    this.#seconds = new Int32Array(length * 4);
    this.#numbers = new Int32Array(length * 4);
    const mask = length * 4 - 1;
    for (let i = 0; i < length; i += 1) {
      const number = numbers[i] ?? 0;
      if (number === 0) continue;
      const first = firsts[i] ?? 0;
      const second = seconds[i] ?? 0;
      let at = hashPair(first, second) & mask;
      while (this.#numbers[at] !== 0) at = (at + 1) & mask;
      this.#firsts[at] = first;
      this.#seconds[at] = second;
      this.#numbers[at] = number;
    }
  }
}

function hashPair(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
