/** The text of a whole file without its white space, to find passages in however its lines are broken. */
export class FileText {
  readonly #text: string;
  #from = 0;

  constructor(blocks: readonly string[]) {
    this.#text = dropSpace(blocks.join(' '));
  }

  /** True if it stands there, letter for letter. Passages mostly come in their order. */
  has(text: string): boolean {
    const wanted = dropSpace(text);
    const behind = this.#text.indexOf(wanted, this.#from);
    const at = behind === -1 ? this.#text.indexOf(wanted) : behind;
    if (at === -1) return false;
    this.#from = at + wanted.length;
    return true;
  }
}

/** Without white space, soft hyphens and marks that cannot be seen; composed letters as one. */
export function dropSpace(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/gu, '');
}
