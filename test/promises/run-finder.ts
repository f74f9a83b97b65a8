import type { SourceFile } from './house-rules.ts';

/** Long enough that two texts do not share so many words by chance, or as a mere list of names and headings. */
const RUN = 12;

const WORDS = /[\p{L}\p{N}]+|¶/gu;

/** A run of words, and a file in which it stands. */
export interface FoundRun {
  readonly path: string;
  readonly run: string;
}

/** A text as runs are written: its words in lower case, a space between them. */
export function joinWords(text: string): string {
  return splitRunWords(text)
    .filter((word) => word !== '¶')
    .join(' ');
}

function splitRunWords(text: string): string[] {
  return text.toLowerCase().match(WORDS) ?? [];
}

/** Finds runs of twelve words of some files in other texts. A ¶ in a text ends a run. */
export class RunFinder {
  readonly #ids = new Map<string, number>();
  /** Rolling hash → the runs that have it → a file in which each stands. */
  readonly #runs = new Map<number, Map<string, string>>();

  constructor(files: readonly SourceFile[]) {
    for (const { path, text } of files) {
      const words = splitRunWords(text);
      for (const word of words) if (!this.#ids.has(word)) this.#ids.set(word, this.#ids.size + 1);
      this.#roll(words, (hash, end) => {
        const run = words.slice(end - RUN, end).join(' ');
        const known = this.#runs.get(hash);
        if (known === undefined) this.#runs.set(hash, new Map([[run, path]]));
        else if (!known.has(run)) known.set(run, path);
      });
    }
  }

  /** Every run of the files that stands in the text. */
  find(text: string): FoundRun[] {
    const words = splitRunWords(text);
    const found: FoundRun[] = [];
    this.#roll(words, (hash, end) => {
      const candidates = this.#runs.get(hash);
      if (candidates === undefined) return;
      const run = words.slice(end - RUN, end).join(' ');
      const path = candidates.get(run);
      if (path !== undefined) found.push({ path, run });
    });
    return found;
  }

  /** Rabin-Karp over the words' numbers; a word that no file has begins anew. */
  #roll(words: readonly string[], visit: (hash: number, end: number) => void): void {
    let hash = 0;
    let length = 0;
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i] ?? '¶';
      const id = word === '¶' ? undefined : this.#ids.get(word);
      if (id === undefined) {
        hash = 0;
        length = 0;
        continue;
      }
      if (length === RUN) {
        const first = this.#ids.get(words[i - RUN] ?? '') ?? 0;
        hash = (hash - Math.imul(first, BASE_TO_RUN)) | 0;
        length -= 1;
      }
      hash = (Math.imul(hash, BASE) + id) | 0;
      length += 1;
      if (length === RUN) visit(hash, i + 1);
    }
  }
}

const BASE = 1_000_003;
const BASE_TO_RUN = Array.from({ length: RUN - 1 }).reduce<number>((product) => Math.imul(product, BASE), 1);
