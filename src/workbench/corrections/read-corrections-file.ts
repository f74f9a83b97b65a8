import { parseAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Correction, JudgedPassage, Withdrawal } from '../../domain/correction.ts';
import { Problem } from '../../domain/problem.ts';
import { ProblemList, showValue } from '../problem-list.ts';
import { readMoment, readName, readNote } from './read-signature.ts';
import { signCorrection } from './sign-correction.ts';

const MOST_CORRECTIONS = 20_000;

/**
 * Reads corrections as the JSON of a list has them; what is added there for readers is left aside.
 * @throws Problem invalid-input, naming all that is wrong
 */
export function readCorrectionsFile(text: string, catalog: Catalog): readonly Correction[] {
  const list = listEntries(text);
  const problems = new ProblemList();
  const corrections = list.flatMap((entry, i) => {
    const own = new ProblemList();
    const correction = readEntry(entry, catalog, own);
    for (const line of own.lines) problems.add(() => `corrections[${i}]: ${line}`);
    return correction ?? [];
  });
  if (problems.lines.length > 0)
    throw new Problem(
      'invalid-input',
      'The file of corrections cannot be understood; nothing was saved.',
      problems.lines,
    );
  return corrections;
}

function listEntries(text: string): readonly unknown[] {
  const data = parseJson(text);
  const list = isObject(data) ? data.corrections : data;
  if (!Array.isArray(list)) {
    throw new Problem('invalid-input', 'The file holds no list of corrections.', [
      'It is to be the JSON that “variorum correct list --format json” or /corrections.json gives.',
    ]);
  }
  if (list.length > MOST_CORRECTIONS) {
    throw new Problem('invalid-input', 'The file holds too many corrections.', [
      `${list.length.toLocaleString('en-US')} stand in it; bring in at most ${MOST_CORRECTIONS.toLocaleString('en-US')} at once.`,
    ]);
  }
  return list;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new Problem('invalid-input', 'The file of corrections is not JSON.', [reason]);
  }
}

function readEntry(entry: unknown, catalog: Catalog, problems: ProblemList): Correction | null {
  if (!isObject(entry)) {
    problems.add(() => 'is to be an object.');
    return null;
  }
  const kind = entry.kind === 'pair' || entry.kind === 'part' ? entry.kind : null;
  if (kind === null) problems.add(() => `kind: ${show(entry.kind)}; it is pair or part.`);
  const left = readJudged('left', entry.left, catalog, problems);
  const right = readJudged('right', entry.right, catalog, problems);
  const by = readName(readText('by', entry.by, problems) ?? '', problems);
  const note =
    entry.note === null || entry.note === undefined
      ? null
      : readNote(readText('note', entry.note, problems) ?? '', problems);
  const at = readMoment('at', readText('at', entry.at, problems) ?? '', problems);
  const withdrawn = readWithdrawal(entry.withdrawn, problems);
  if (left !== null && right !== null) refuseWrongSides(left, right, problems);
  if (kind === null || left === null || right === null || at === null || problems.lines.length > 0)
    return null;
  const correction = signCorrection({ kind, left, right, by, at, note, withdrawn });
  const given = entry.id;
  if (given !== undefined && given !== null && given !== correction.id) {
    problems.add(
      () =>
        `id: ${show(given)} does not fit what the correction says, which would be ${correction.id}: it was changed since. Leave the id out to bring it in as a new one.`,
    );
  }
  return correction;
}

function refuseWrongSides(left: JudgedPassage, right: JudgedPassage, problems: ProblemList): void {
  if (left.area !== right.area) problems.add(() => 'left and right are of two areas; they are to be of one.');
  if (left.edition > right.edition)
    problems.add(() => `left is of ${left.edition}, right of ${right.edition}; the older is to be the left.`);
  if (left.edition === right.edition && left.version === right.version)
    problems.add(() => 'left and right stand in the same version of one report.');
}

function readJudged(
  side: 'left' | 'right',
  value: unknown,
  catalog: Catalog,
  problems: ProblemList,
): JudgedPassage | null {
  if (!isObject(value)) {
    problems.add(() => `${side}: is to be an object with address, digest and copy.`);
    return null;
  }
  const address = readJudgedAddress(value.address);
  if (address === null) {
    problems.add(
      () =>
        `${side}.address: ${show(value.address)}; it is the address of a passage with its version: 2021/mli@0123456789ab#1.c:4.`,
    );
  } else if (catalog.findArea(address.area)?.id !== address.area) {
    problems.add(() => `${side}.address: there is no area ${address.area}.`);
  } else if (catalog.findEdition(address.edition) === null) {
    problems.add(() => `${side}.address: there is no edition ${address.edition}.`);
  }
  const digest = value.digest;
  if (typeof digest !== 'string' || !/^[0-9a-f]{16}$/.test(digest)) {
    problems.add(() => `${side}.digest: ${show(digest)}; it is 16 hexadecimal digits.`);
    return null;
  }
  const copy = value.copy ?? 1;
  if (typeof copy !== 'number' || !Number.isInteger(copy) || copy < 1 || copy > 100_000) {
    problems.add(() => `${side}.copy: ${show(copy)}; it is a whole number from 1.`);
    return null;
  }
  return address === null ? null : { ...address, digest, copy };
}

function readJudgedAddress(value: unknown): Omit<JudgedPassage, 'digest' | 'copy'> | null {
  if (typeof value !== 'string') return null;
  try {
    const { edition, area, version, section, passage } = parseAddress(value);
    return version === null || section === null || passage === null
      ? null
      : { edition, area, version, section, passage };
  } catch {
    return null;
  }
}

function readWithdrawal(value: unknown, problems: ProblemList): Withdrawal | null {
  if (value === null || value === undefined) return null;
  if (!isObject(value)) {
    problems.add(() => 'withdrawn: is to be null, or an object with by and at.');
    return null;
  }
  const by = readName(readText('withdrawn.by', value.by, problems) ?? '', problems);
  const at = readMoment('withdrawn.at', readText('withdrawn.at', value.at, problems) ?? '', problems);
  return at === null ? null : { by, at };
}

function readText(name: string, value: unknown, problems: ProblemList): string | null {
  if (typeof value === 'string') return value;
  problems.add(() => `${name}: ${show(value)} is no text.`);
  return null;
}

function show(value: unknown): string {
  return value === undefined
    ? 'nothing is given'
    : showValue(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What is looked at of any object of the file; whatever it holds. */
type Fields = {
  readonly [K in
    | 'corrections'
    | 'id'
    | 'kind'
    | 'left'
    | 'right'
    | 'by'
    | 'at'
    | 'note'
    | 'withdrawn'
    | 'address'
    | 'digest'
    | 'copy']?: unknown;
};

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
