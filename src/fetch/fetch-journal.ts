import { hash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { formatReportId } from '../domain/address.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportId } from '../domain/report.ts';
import type { FetchedPage } from './fetch-request.ts';

/** What a host said by which it can be asked whether something changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/**
 * What was fetched into a library, kept in its folder. A page that came is on the disk before anything else is done
 * with it, so that it is not asked for again, however the program ends.
 */
export interface FetchJournal {
  /** Pages that came and were not read: the program ended in between. */
  listWaiting(): readonly FetchedPage[];
  receive(page: FetchedPage, validators: Validators): void;
  /** The page was read and saved, or refused: its bytes are not needed here any more. */
  settle(page: FetchedPage, outcome: 'taken' | 'refused'): void;
  /** Notes that the page at an address is still what it was. */
  confirm(id: ReportId, address: string, at: string): void;
  /** Where a report was last fetched and taken in, and by what it can be asked for conditionally. */
  findTaken(id: ReportId, address: string): Validators | null;
  /** Begins or goes on with asking for everything again; what was asked since then is not asked once more. */
  beginAgain(at: string): void;
  askedAgain(id: ReportId): boolean;
  endAgain(): void;
}

type Line =
  | ({ readonly kind: 'received'; readonly page: PageLine } & Validators)
  | { readonly kind: 'taken' | 'refused'; readonly id: string; readonly address: string }
  | { readonly kind: 'confirmed'; readonly id: string; readonly address: string; readonly at: string }
  | { readonly kind: 'again-begun'; readonly at: string }
  | { readonly kind: 'again-ended' };

interface PageLine extends Omit<FetchedPage, 'bytes'> {
  readonly file: string;
  readonly sha256: string;
}

/** @param folder made when the first page comes */
export function openFetchJournal(folder: string): FetchJournal {
  const journal = explainFailure(folder, () => openFiles(folder));
  return {
    ...journal,
    receive: (page, validators) => explainFailure(folder, () => journal.receive(page, validators)),
    settle: (page, outcome) => explainFailure(folder, () => journal.settle(page, outcome)),
    confirm: (id, address, at) => explainFailure(folder, () => journal.confirm(id, address, at)),
    beginAgain: (at) => explainFailure(folder, () => journal.beginAgain(at)),
    endAgain: () => explainFailure(folder, () => journal.endAgain()),
  };
}

/** @throws Problem conflict where the disk is full, or the folder cannot be written */
function explainFailure<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    const why = code === 'ENOSPC' ? 'the disk is full' : code;
    throw new Problem('conflict', `What is fetched cannot be written to ${folder}: ${why}.`);
  }
}

function openFiles(folder: string): FetchJournal {
  const file = join(folder, 'journal.jsonl');
  const waiting = new Map<string, PageLine>();
  const validators = new Map<string, Validators>();
  const taken = new Set<string>();
  let again: Set<string> | null = null;

  const note = (line: Line): void => {
    switch (line.kind) {
      case 'received':
        waiting.set(keyOf(line.page.wanted, line.page.address), line.page);
        validators.set(keyOf(line.page.wanted, line.page.address), {
          etag: line.etag,
          lastModified: line.lastModified,
        });
        again?.add(formatReportId(line.page.wanted));
        break;
      case 'confirmed':
        again?.add(line.id);
        break;
      case 'again-begun':
        again ??= new Set();
        break;
      case 'again-ended':
        again = null;
        break;
      default:
        waiting.delete(`${line.id} ${line.address}`);
        if (line.kind === 'taken') taken.add(`${line.id} ${line.address}`);
    }
  };
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const line of readLines(text)) note(line);
  // A line cut short by the end of the machine is closed first, or it would take the next one with it.
  let torn = text !== '' && !text.endsWith('\n');

  const write = (line: Line): void => {
    mkdirSync(folder, { recursive: true });
    appendFileSync(file, `${torn ? '\n' : ''}${JSON.stringify(line)}\n`, { flush: true });
    torn = false;
    note(line);
  };
  const pageFile = (line: Pick<PageLine, 'file'>): string => join(folder, 'pages', line.file);

  return {
    listWaiting: () =>
      [...waiting.values()].flatMap(({ file: name, sha256, ...page }) => {
        if (!/^[0-9a-f]{64}\.html$/u.test(name) || !existsSync(pageFile({ file: name }))) return [];
        const bytes = new Uint8Array(readFileSync(pageFile({ file: name })));
        return hash('sha256', bytes, 'hex') === sha256 ? [{ ...page, bytes }] : [];
      }),
    receive(page, { etag, lastModified }) {
      const { bytes, ...rest } = page;
      const sha256 = hash('sha256', bytes, 'hex');
      const line = { ...rest, file: `${sha256}.html`, sha256 };
      mkdirSync(join(folder, 'pages'), { recursive: true });
      const part = `${pageFile(line)}.part`;
      writeFileSync(part, bytes, { flush: true });
      renameSync(part, pageFile(line));
      write({ kind: 'received', page: line, etag, lastModified });
    },
    settle(page, outcome) {
      const line = waiting.get(keyOf(page.wanted, page.address));
      write({ kind: outcome, id: formatReportId(page.wanted), address: page.address });
      if (line !== undefined) rmSync(pageFile(line), { force: true });
    },
    confirm: (id, address, at) => write({ kind: 'confirmed', id: formatReportId(id), address, at }),
    findTaken(id, address) {
      const key = keyOf(id, address);
      return taken.has(key) ? (validators.get(key) ?? null) : null;
    },
    beginAgain(at) {
      if (again === null) write({ kind: 'again-begun', at });
    },
    askedAgain: (id) => again?.has(formatReportId(id)) ?? false,
    endAgain: () => write({ kind: 'again-ended' }),
  };
}

function keyOf(id: ReportId, address: string): string {
  return `${formatReportId(id)} ${address}`;
}

function readLines(text: string): Line[] {
  return text.split('\n').flatMap((one) => {
    try {
      const line: unknown = JSON.parse(one);
      // Written by this program alone; a line that is no longer whole is as if it had not been written.
      return typeof line === 'object' && line !== null && 'kind' in line ? [line as Line] : [];
    } catch {
      return [];
    }
  });
}
