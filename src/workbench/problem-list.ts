const MOST_LISTED = 20;
const MOST_SHOWN = 60;

/** Collects everything that is wrong with a request. Only those that will be listed are put into words. */
export class ProblemList {
  readonly #listed: string[] = [];
  #more = 0;

  add(describe: () => string): void {
    if (this.#listed.length < MOST_LISTED) this.#listed.push(describe());
    else this.#more += 1;
  }

  /** At most 20 lines, then how many more there are. */
  get lines(): readonly string[] {
    return this.#more === 0 ? this.#listed : [...this.#listed, `and ${this.#more} more`];
  }
}

/** A value as it may be shown: in quotation marks, unseen characters escaped, cut to 60 characters. */
export function showValue(value: string): string {
  let shown = '';
  for (const character of value) {
    const piece = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)
      ? escapeCharacter(character)
      : character;
    if (shown.length + piece.length >= MOST_SHOWN) return `“${shown}…”`;
    shown += piece;
  }
  return `“${shown}”`;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
