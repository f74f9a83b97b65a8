import type { Term } from '../domain/query.ts';
import type { SpellingGroup } from '../domain/spelling.ts';
import { tokenWords } from '../domain/tokens.ts';
import { stem } from './stem.ts';

/** One form of a group of related spellings. */
export interface RelatedForm {
  readonly group: SpellingGroup;
  /** As a reader would write it. */
  readonly text: string;
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** Met and looked for as written, word forms aside. */
  readonly exact: boolean;
}

/** Finds what belongs to words as typed. */
export interface FormIndex {
  /** The words that the longest form has. */
  readonly longest: number;
  /** All forms of the group that has these words for a form; empty if none has. */
  find(words: readonly string[]): readonly RelatedForm[];
}

export function indexForms(groups: readonly SpellingGroup[]): FormIndex {
  const byWords = new Map<string, readonly RelatedForm[]>();
  const byStems = new Map<string, readonly RelatedForm[]>();
  let longest = 1;
  for (const group of groups) {
    const forms = group.forms.map((form) => readForm(form, group));
    for (const { words, stems, exact } of forms) {
      if (exact) byWords.set(words.join(' '), forms);
      else byStems.set(stems.join(' '), forms);
      longest = Math.max(longest, words.length);
    }
  }
  const find = (words: readonly string[]): readonly RelatedForm[] =>
    byWords.get(words.join(' ')) ?? byStems.get(words.map(stem).join(' ')) ?? [];
  return {
    longest,
    find(words) {
      const found = find(words);
      if (found.length > 0 || words.length < 2 || words.at(-1) !== 's') return found;
      // "Turkey's": the index cuts it in two.
      return find(words.slice(0, -1)).map(makePossessive);
    },
  };
}

/** True if what the terms find, all of them together, has every passage in which the form stands. */
export function isCovered(form: RelatedForm, terms: readonly Term[]): boolean {
  return terms.every(({ words, form: kind }) =>
    kind === 'exact' ? form.exact && isWithin(words, form.words) : isWithin(words.map(stem), form.stems),
  );
}

/** Leaves out forms that others of them find anyway: "FGM/C" where "FGM" is looked for. */
export function dropCovered(forms: readonly RelatedForm[]): RelatedForm[] {
  return forms.filter(
    (form, i) =>
      !forms.some((other, j) => {
        if (i === j || !isCovered(form, [termOf(other, 'text')])) return false;
        // Of two that find each other the first stays.
        return !isCovered(other, [termOf(form, 'text')]) || j < i;
      }),
  );
}

export function termOf({ words, exact }: RelatedForm, field: Term['field']): Term {
  return { kind: 'term', field, form: exact ? 'exact' : 'stem', words, prefix: false };
}

function readForm(form: string, group: SpellingGroup): RelatedForm {
  const exact = form.startsWith('"');
  const text = exact ? form.slice(1, -1) : form;
  const words = tokenWords(text);
  return { group, text, words, stems: words.map(stem), exact };
}

function makePossessive(form: RelatedForm): RelatedForm {
  return { ...form, text: `${form.text}’s`, words: [...form.words, 's'], stems: [...form.stems, 's'] };
}

/** True if the one stands in the other in a row. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  for (let from = 0; from + part.length <= whole.length; from += 1) {
    if (part.every((word, i) => whole[from + i] === word)) return true;
  }
  return false;
}
