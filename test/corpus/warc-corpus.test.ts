import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withWorkbench } from '../../src/cli/with-workbench.ts';
import { writeFileWhole } from '../../src/cli/write-file-whole.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { ImportSummary } from '../../src/workbench/import-pages.ts';
import { type Answer, chunked, packResponse, packRevisit, packWacz } from '../ingest/sources/build-warc.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

/** Every so many pages, so that all editions and templates are met. */
const STRIDE = 11;

describe.skipIf(corpusFolder === null)('a library of real pages out of web archives', () => {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-warc-'));
  const files = listCorpusPages().filter((_, i) => i % STRIDE === 0);
  const inFolder = (name: string) => join(folder, name);
  const held = new Map<string, readonly string[]>();
  const summaries = new Map<string, ImportSummary>();

  async function importFrom(source: string): Promise<void> {
    const library = inFolder(`library-of-${source}`);
    await withWorkbench({ library, readonly: false }, async (workbench) => {
      for await (const event of workbench.importPages({ paths: [inFolder(source)], workers: 0 })) {
        if (event.kind === 'summary') summaries.set(source, event.summary);
      }
      if (source === 'again.warc.gz') return;
      await writeFileWhole(inFolder('again.warc.gz'), workbench.archivePages());
    });
    const store = openSqliteStore(library, { readonly: true });
    const captures = await store.listCaptures({ editions: null, areas: null });
    held.set(
      source,
      captures.map(({ edition, area, version, provenance: { sha256 } }) =>
        [edition, area, version, sha256].join(' '),
      ),
    );
    await store.close();
  }

  beforeAll(async () => {
    for (const file of files) {
      mkdirSync(dirname(inFolder(join('pages', file))), { recursive: true });
      await copyFile(join(corpusFolder ?? '', file), inFolder(join('pages', file)));
    }
    await pipeline(Readable.from(packAll(files)), createWriteStream(inFolder('crawl.warc.gz')));
    await packWacz([inFolder('crawl.warc.gz')], inFolder('crawl.wacz'));
    for (const source of ['pages', 'crawl.warc.gz', 'crawl.wacz', 'again.warc.gz']) await importFrom(source);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('equals the one from the folder, report by report and digest by digest', () => {
    expect(held.get('pages')).toHaveLength(files.length);
    expect(held.get('crawl.warc.gz')).toEqual(held.get('pages'));
    expect(held.get('crawl.wacz')).toEqual(held.get('pages'));
    expect(held.get('again.warc.gz')).toEqual(held.get('pages'));
  });

  test('had nothing refused, and every revisit resolved', () => {
    for (const source of ['crawl.warc.gz', 'crawl.wacz']) {
      const { refused, records } = summaries.get(source) as ImportSummary;
      expect(refused).toEqual([]);
      expect(records.map(({ reason, count }) => [reason, count])).toEqual([
        ['revisit', Math.ceil(files.length / 5)],
      ]);
    }
  });
});

/** The pages as servers send them: as they are, packed, in chunks; some of them seen again. */
async function* packAll(files: readonly string[]): AsyncGenerator<Buffer> {
  for (const [i, file] of files.entries()) {
    const page = Buffer.from(readCorpusPage(file));
    const [edition, name = ''] = file.split('/');
    const url = `https://www.state.gov/reports/${edition}-country-reports-on-human-rights-practices/${name.replace(/\.html$/, '')}/`;
    const form = FORMS[i % FORMS.length] as (page: Buffer) => Partial<Answer>;
    yield await packResponse({ url, body: page, date: '2025-08-14T00:00:00Z', ...form(page) });
    if (i % 5 === 0) yield await packRevisit(url, 'sent otherwise', { url, date: '2025-08-14T00:00:00Z' });
  }
}

const FORMS: readonly ((page: Buffer) => Partial<Answer>)[] = [
  () => ({}),
  (page) => ({ body: gzipSync(page), headers: { 'Content-Encoding': 'gzip' } }),
  (page) => ({ body: chunked(page, 5000), headers: { 'Transfer-Encoding': 'chunked' }, version: 'WARC/1.0' }),
  (page) => ({ body: brotliCompressSync(page), headers: { 'Content-Encoding': 'br' }, digest: 'sha-1' }),
  (page) => ({
    body: chunked(gzipSync(page), 5000),
    headers: { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' },
  }),
];
