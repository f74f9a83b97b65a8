import { ANONYMOUS, LONGEST_NAME, LONGEST_NOTE } from '../../domain/correction.ts';
import { type ProblemList, showValue } from '../problem-list.ts';

// Controls, what turns the direction of writing, and halves of characters: a name with them is not what it seems.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A free name as typed; nothing typed is nobody's name. A problem is noted. */
export function readName(typed: string, problems: ProblemList): string {
  const name = tidy(typed);
  if (UNSEEN.test(name)) {
    problems.add(() => `by: ${showValue(name)} has characters that cannot be seen; write it without them.`);
  }
  refuseLong('by', name, LONGEST_NAME, problems);
  return name === '' ? ANONYMOUS : name;
}

export function readNote(typed: string, problems: ProblemList): string | null {
  const note = tidy(typed);
  if (UNSEEN.test(note)) {
    problems.add(() => `note: ${showValue(note)} has characters that cannot be seen; write it without them.`);
  }
  refuseLong('note', note, LONGEST_NOTE, problems);
  return note === '' ? null : note;
}

/** When something was said, as ISO 8601 in UTC with milliseconds; null and a problem if it is no such moment. */
export function readMoment(name: string, typed: string, problems: ProblemList): string | null {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(typed) ? Date.parse(typed) : Number.NaN;
  if (Number.isNaN(time)) {
    problems.add(() => `${name}: ${showValue(typed)} is no moment; write it as 2026-01-31T10:12:00Z.`);
    return null;
  }
  return new Date(time).toISOString();
}

/** One line, as other programs would write it too. */
function tidy(typed: string): string {
  return typed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function refuseLong(field: string, text: string, most: number, problems: ProblemList): void {
  const length = [...text].length;
  if (length > most)
    problems.add(() => `${field}: ${length.toLocaleString('en-US')} characters; write at most ${most}.`);
}
