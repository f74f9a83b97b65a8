/** So many letters are looked through for one file; a file made to waste time is not searched to its end. */
const MOST_SEARCHED = 3_000_000_000;

/** Text without its white space, to find passages in however their lines are broken. */
export class PlainText {
  readonly #text: string;
  #from = 0;
  #searched = 0;

  /** @param plain made by `dropSpace` */
  constructor(plain: string) {
    this.#text = plain;
  }

  /** True if it stands there, letter for letter. What is asked for mostly comes in its order. */
  has(plain: string): boolean {
    if (this.#searched > MOST_SEARCHED) return false;
    const behind = this.#text.indexOf(plain, this.#from);
    const at = behind === -1 ? this.#text.indexOf(plain) : behind;
    this.#searched += behind === -1 ? this.#text.length : behind - this.#from;
    if (at === -1) return false;
    this.#from = at + plain.length;
    return true;
  }
}

/** Without white space, soft hyphens and marks that cannot be seen; composed letters as one. */
export function dropSpace(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');
}
