/** So many lines may stand between two that belong together: the other column, notes, a foot and a head. */
const MOST_BETWEEN = 150;

/** Lines that open alike are looked up by so many letters. */
const OPENING = 10;

/** The lines of a PDF, in which a passage may be broken by whatever else stands on the page. */
export class BrokenLines {
  readonly #lines: readonly string[];
  readonly #byOpening = new Map<string, number[]>();

  /** @param lines made by `dropSpace` */
  constructor(lines: readonly string[]) {
    this.#lines = lines;
    for (const [i, line] of lines.entries()) {
      const opening = dropNumber(line).slice(0, OPENING);
      const known = this.#byOpening.get(opening);
      if (known === undefined) this.#byOpening.set(opening, [i]);
      else known.push(i);
    }
  }

  /** True if lines give it one behind the other, whole: what is inserted between is found as text of no passage. */
  has(plain: string): boolean {
    const starts = this.#byOpening.get(plain.slice(0, OPENING)) ?? [];
    return starts.some((start) => this.#followFrom(start, plain));
  }

  #followFrom(start: number, plain: string): boolean {
    let at = 0;
    let last = start;
    for (let i = start; i < this.#lines.length && i - last <= MOST_BETWEEN; i += 1) {
      const line = i === start ? dropNumber(this.#lines[i] ?? '') : (this.#lines[i] ?? '');
      if (line === '') continue;
      if (plain.startsWith(line, at)) at += line.length;
      else if (plain.length - at > 2 && line.startsWith(plain.slice(at))) at = plain.length;
      else continue;
      if (at >= plain.length) return true;
      last = i;
    }
    return false;
  }
}

/** The number and the sign before a passage are ours, and so is the one behind it in a packet. */
export function dropNumber(line: string): string {
  return line.replace(/^(?:◀(?:Issue)?[\d,]*|[“\d•−+±→])+(?=\D)/u, '').replace(/◀(?:Issue)?[\d,]+$/u, '');
}
