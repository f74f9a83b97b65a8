import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Address, formatAddress } from '../../domain/address.ts';
import type { Catalog } from '../../domain/catalog.ts';
import type { Passage } from '../../domain/passage.ts';
import { Problem } from '../../domain/problem.ts';
import type { CheckedSentence } from '../../domain/quote-check.ts';
import type { Report, VersionId } from '../../domain/report.ts';
import { readVerification, type Verification } from '../../domain/verification.ts';
import {
  type CheckedClaims,
  type ClaimedReport,
  PASSAGE_VERDICTS,
  type PassageVerdict,
  type VerifiedFile,
  type VerifiedPassage,
} from '../../domain/verified-file.ts';
import type { QuotedFile } from '../../ingest/quoted/quoted-file.ts';
import type { Store } from '../../store/store.ts';
import { checkQuotes, MOST_PASTED } from '../search/check-quotes.ts';
import type { SearchDesk } from '../search/search-desk.ts';
import { BrokenLines } from './broken-lines.ts';
import { dropSpace, PlainText } from './find-in-text.ts';
import { judgePassage } from './judge-passage.ts';
import { listLoose, listRest } from './list-rest.ts';
import { findAddress, listWanted, type Wanted } from './list-wanted.ts';
import { listTextsMadeAgain, type Makers } from './made-again.ts';
import { findPublication, OwnWords } from './own-words.ts';

/** Differences are shown of so many passages. */
const MOST_SHOWN = 200;

/** Passages that a file may name. */
const MOST_PASSAGES = 300_000;

/**
 * Lays a file beside the library: the passages it names, letter for letter, and sentences that belong to none of them.
 * Where the file names a version, that version is asked for; else the newest.
 */
export async function verifyFile(
  name: string,
  file: QuotedFile,
  catalog: Catalog,
  store: Store,
  desk: SearchDesk,
  makers: Makers,
): Promise<VerifiedFile> {
  const library = await store.getStamp();
  const claims = readVerification(file.claims);
  const own = new OwnWords();
  if (claims !== null) {
    const publication = await findPublication(claims.selection, catalog, store);
    if (publication !== null) own.addHead(publication);
    own.addTexts(await listTextsMadeAgain(claims, publication, makers));
  }
  const shelf = new Shelf(store, (report) => own.addReport(report, catalog));
  const wanted = listWanted(file, claims);
  if (wanted.length > MOST_PASSAGES) {
    throw new Problem('unreadable-page', `${name} names more passages than there are.`);
  }
  const text = new PlainText(dropSpace(file.blocks.join(' ')));
  const lines = file.format === 'pdf' ? new BrokenLines(file.blocks.map(dropSpace)) : null;
  const stands = (plain: string): boolean => text.has(plain) || lines?.has(plain) === true;
  const judged: { readonly one: Wanted; readonly held: Passage | null; readonly isThere: boolean }[] = [];
  for (const [i, one] of wanted.entries()) {
    const held = await shelf.find(one.address);
    judged.push({ one, held, isThere: held !== null && one.text === null && stands(dropSpace(held.text)) });
    if (i % 50 === 49) await nextTurn();
  }
  const known = judged.flatMap(({ held }) => (held === null ? [] : [dropSpace(held.text)]));
  const loose = judged.every(({ one, isThere }) => one.text !== null || isThere)
    ? []
    : listLoose(
        file,
        judged.flatMap(({ held, isThere }) => (held !== null && isThere ? [dropSpace(held.text)] : [])),
      );
  const passages: VerifiedPassage[] = [];
  let differing = 0;
  for (const { one, held, isThere } of judged) {
    const passage = judgePassage(one, held, isThere, differing < MOST_SHOWN ? loose : null);
    if (passage.verdict !== 'stands') differing += 1;
    passages.push(passage);
    if (passage.verdict !== 'stands') await nextTurn();
  }
  const rest = listRest(file, known, passages, own).join('\n\n');
  const { sentences, leftOut } = await checkRest(rest, desk);
  const count = (verdict: PassageVerdict): number => passages.filter((one) => one.verdict === verdict).length;
  const counts = Object.fromEntries(PASSAGE_VERDICTS.map((verdict) => [verdict, count(verdict)]));
  return {
    name,
    format: file.format,
    library,
    claims: claims === null ? null : await checkClaims(claims, library.version, store),
    passages,
    counts: counts as VerifiedFile['counts'],
    sentences,
    leftOut,
  };
}

async function checkRest(
  rest: string,
  desk: SearchDesk,
): Promise<{ readonly sentences: readonly CheckedSentence[]; readonly leftOut: number }> {
  const text = rest.slice(0, MOST_PASTED);
  if (text.trim() === '') return { sentences: [], leftOut: 0 };
  const { sentences } = await checkQuotes(text, desk);
  const kept = sentences.filter(({ verdict }) => verdict !== 'too-short');
  return { sentences: kept, leftOut: rest.length - text.length };
}

async function checkClaims(
  { library, selection, link, reports, complete }: Verification,
  version: string,
  store: Store,
): Promise<CheckedClaims> {
  const checked: ClaimedReport[] = [];
  for (const { address, captured } of reports)
    checked.push({ address, held: await look(address, captured, store) });
  return { library, sameLibrary: library === version, selection, link, reports: checked, complete };
}

async function look(address: string, captured: string, store: Store): Promise<ClaimedReport['held']> {
  const parsed = findAddress(address);
  if (parsed === null) return 'not-held';
  const head = await store.findHead(parsed, parsed.version);
  if (head !== null) return head.provenance.sha256 === captured ? 'same' : 'other-capture';
  return (await store.findHead(parsed, null)) === null ? 'not-held' : 'other-version';
}

/** Reports that were asked for, one at a time: passages of one come one behind the other. */
class Shelf {
  readonly #store: Store;
  #key = '';
  #passages: ReadonlyMap<string, Passage> = new Map();

  readonly #onRead: (report: Report) => void;

  constructor(store: Store, onRead: (report: Report) => void) {
    this.#onRead = onRead;
    this.#store = store;
  }

  async find({ edition, area, version, section, passage }: Address): Promise<Passage | null> {
    const key = formatAddress({ edition, area, version });
    if (key !== this.#key) {
      const report = await this.#read({ edition, area }, version);
      if (report !== null) this.#onRead(report);
      this.#key = key;
      this.#passages = new Map((report?.passages ?? []).map((one) => [`${one.section}:${one.number}`, one]));
    }
    return this.#passages.get(`${section}:${passage}`) ?? null;
  }

  async #read(id: Pick<Address, 'edition' | 'area'>, version: VersionId | null): Promise<Report | null> {
    const head = await this.#store.findHead(id, version);
    return head === null ? null : this.#store.readReport(head);
  }
}
