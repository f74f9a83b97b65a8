import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { WARCParser, type WARCRecord, WARCSerializer } from 'warcio';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { CaptureRecord } from '../../src/store/store.ts';
import { packResponse } from '../ingest/sources/build-warc.ts';
import { run } from './captured-run.ts';
import { amendedPage, makeFolder, SAMPLE, samplePage } from './sample-folder.ts';

/** The address that a page of the sample gives for itself. */
function addressOf(name: string): string {
  const [edition, slug] = name.split('/');
  return `https://sample.invalid/reports/${edition}-country-reports-on-human-rights-practices/${slug}/`;
}

async function importInto(library: string, ...paths: readonly string[]) {
  const { exitCode, out } = await run('import', ...paths, '--library', library, '--workers', '0', '--json');
  return { exitCode, summary: JSON.parse(out) };
}

async function listCaptures(library: string): Promise<readonly CaptureRecord[]> {
  const store = openSqliteStore(library, { readonly: true });
  try {
    return await store.listCaptures({ editions: null, areas: null });
  } finally {
    await store.close();
  }
}

const NAMES = ['2023/velmora', '2023/quendary', '2024/santorlo'];

function packSample(name: string, date: string, body = samplePage(name)): Promise<Buffer> {
  return packResponse({ url: addressOf(name), body, date });
}

describe('an import of web archives', () => {
  test('gives the same library as one of the pages, with the archive’s times and addresses', async () => {
    const records = await Promise.all(NAMES.map((name) => packSample(name, '2025-03-04T05:06:07Z')));
    const folder = makeFolder({
      ...Object.fromEntries(NAMES.map((name) => [`pages/${name}.html`, samplePage(name)])),
      'crawl.warc.gz': Buffer.concat(records),
    });
    const [pages, archived] = [join(folder, 'a'), join(folder, 'b')];
    const fromPages = await importInto(pages, join(folder, 'pages'));
    const fromArchive = await importInto(archived, join(folder, 'crawl.warc.gz'));
    expect(fromArchive.exitCode).toBe(0);
    expect(fromArchive.summary).toMatchObject({ added: 3, refused: [], records: [] });
    expect(fromArchive.summary.library.version).toBe(fromPages.summary.library.version);
    const captures = await listCaptures(archived);
    expect(captures.map(({ version, provenance: { sha256 } }) => [version, sha256])).toEqual(
      (await listCaptures(pages)).map(({ version, provenance: { sha256 } }) => [version, sha256]),
    );
    expect(captures[0]?.provenance).toMatchObject({
      capturedAt: '2025-03-04T05:06:07.000Z',
      capturedAtSource: 'warc-record',
      host: 'sample.invalid',
      capturedAddress: null,
    });
    const { out } = await run(
      'report',
      '--years',
      '2023',
      '--sections',
      'all',
      '--areas',
      'velmora',
      '--library',
      archived,
    );
    expect(out).toContain('4 March 2025, 05:06:07 UTC (from the web archive)');
  });

  test('keeps several captures of a report as versions, and shows the newest', async () => {
    const [name] = NAMES as [string];
    const amended = amendedPage(name, 'A sentence was put in later.');
    const folder = makeFolder({
      'crawl.warc.gz': Buffer.concat([
        await packSample(name, '2025-03-04T05:06:07Z', amended),
        await packSample(name, '2024-01-02T03:04:05Z'),
        // The same text in other bytes.
        await packSample(
          name,
          '2024-06-02T03:04:05Z',
          `${samplePage(name)}<!-- served by another machine -->`,
        ),
      ]),
    });
    const library = join(folder, 'library');
    const { summary } = await importInto(library, join(folder, 'crawl.warc.gz'));
    expect(summary).toMatchObject({ added: 1, newVersions: 1, newCaptures: 1, library: { reports: 1 } });
    const { out } = await run(
      'report',
      '--years',
      '2023',
      '--sections',
      'all',
      '--areas',
      'velmora',
      '--library',
      library,
    );
    expect(out).toContain('A sentence was put in later.');
    expect((await listCaptures(library)).map(({ provenance }) => provenance.capturedAt)).toEqual([
      '2024-01-02T03:04:05.000Z',
      '2024-06-02T03:04:05.000Z',
      '2025-03-04T05:06:07.000Z',
    ]);
  });

  test('refuses a block page that was answered with 200, and says what was passed over', async () => {
    const block = '<!doctype html><title>Just a moment</title><p>Checking your browser.</p>';
    const folder = makeFolder({
      'crawl.warc.gz': Buffer.concat([
        await packSample('2023/velmora', '2025-03-04T05:06:07Z'),
        await packSample('2023/quendary', '2025-03-04T05:06:07Z', block),
        await packResponse({ url: addressOf('2024/santorlo'), body: '', status: '302 Found' }),
      ]),
    });
    const library = join(folder, 'library');
    const { exitCode, out, said } = await run(
      'import',
      join(folder, 'crawl.warc.gz'),
      '--library',
      library,
      '--workers',
      '0',
    );
    expect(exitCode).toBe(4);
    expect(said.join('\n')).toMatch(/Refused .*quendary\/: .*has no report body.*“Just a moment”/);
    expect(out).toMatch(/\nPassed over +Records of web archives\n +1 +redirects\n/);
  });

  test('refuses a page that is of another report than the address it was captured from', async () => {
    const folder = makeFolder({
      'a.warc.gz': Buffer.concat([
        await packResponse({ url: addressOf('2022/velmora'), body: samplePage('2023/velmora') }),
        await packResponse({ url: addressOf('2023/quendary'), body: samplePage('2023/velmora') }),
      ]),
    });
    const { summary } = await importInto(join(folder, 'library'), join(folder, 'a.warc.gz'));
    expect(summary.refused.map(({ reason }: { reason: string }) => reason)).toEqual([
      expect.stringContaining('name different editions'),
      expect.stringContaining('name different areas'),
    ]);
  });

  test('keeps the address of a copy, and the time that a copy of a copy was made', async () => {
    const mirror = addressOf('2023/velmora').replace('sample.invalid', 'mirror.invalid');
    const wayback = `https://web.archive.org/web/20240102030405id_/${addressOf('2023/quendary')}`;
    const folder = makeFolder({
      'a.warc.gz': Buffer.concat([
        await packResponse({ url: mirror, body: samplePage('2023/velmora') }),
        await packResponse({ url: wayback, body: samplePage('2023/quendary') }),
      ]),
    });
    await importInto(join(folder, 'library'), join(folder, 'a.warc.gz'));
    const captures = await listCaptures(join(folder, 'library'));
    expect(
      captures.map(({ provenance: { host, capturedAddress } }) => [host, capturedAddress]).sort(),
    ).toEqual([
      ['mirror.invalid', mirror],
      ['web.archive.org', wayback],
    ]);
    expect(
      captures.find(({ provenance }) => provenance.host === 'web.archive.org')?.provenance,
    ).toMatchObject({
      capturedAt: '2024-01-02T03:04:05Z',
      capturedAtSource: 'archive-address',
      address: addressOf('2023/quendary'),
    });
  });
});

describe('the web archive of a library', () => {
  async function makeLibrary() {
    const name = '2023/velmora';
    const folder = makeFolder({ 'later.html': amendedPage(name, 'A sentence was put in later.') });
    const library = join(folder, 'library');
    await importInto(library, SAMPLE, join(folder, 'later.html'));
    const file = join(folder, 'pages.warc.gz');
    expect(await run('warc', '--to', file, '--library', library)).toMatchObject({ exitCode: 0, out: '' });
    return { folder, library, file };
  }

  /** What warcio makes of the digests of a record's content. */
  async function recomputed(record: WARCRecord): Promise<(string | null | undefined)[]> {
    const serializer = new WARCSerializer(record, {
      digest: { algo: 'sha-256', prefix: 'sha256:', base32: true },
    });
    await serializer.digestRecord({ recompute: true });
    return [record.warcBlockDigest, record.warcPayloadDigest];
  }

  test('is read by warcio, which finds every digest right and every page with its provenance', async () => {
    const { library, file } = await makeLibrary();
    const captures = await listCaptures(library);
    const types: string[] = [];
    const sums: string[] = [];
    let metadata = '';
    for await (const record of WARCParser.iterRecords([readFileSync(file)])) {
      const { warcType } = record;
      types.push(warcType);
      const content = await record.readFully(false);
      if (warcType === 'metadata') metadata += new TextDecoder().decode(content);
      if (warcType === 'resource') {
        sums.push(hash('sha256', content, 'hex'));
        expect(record.warcPayloadDigest).toBe(record.warcBlockDigest);
      }
    }
    expect(types).toEqual(['warcinfo', ...captures.flatMap(() => ['resource', 'metadata'])]);
    expect(sums).toEqual(captures.map(({ provenance }) => provenance.sha256));
    for (const { provenance, version } of captures) {
      expect(metadata).toContain(`official-address: ${provenance.address}\r\n`);
      expect(metadata).toContain(`imported-from: ${provenance.importedFrom}\r\n`);
      expect(metadata).toContain(`text-version: ${version}\r\n`);
    }
    let checked = 0;
    for await (const record of WARCParser.iterRecords([readFileSync(file)])) {
      if (record.warcType === 'warcinfo') continue;
      const stated = [record.warcBlockDigest, record.warcPayloadDigest];
      const found = await recomputed(record);
      expect(found[0]).toBe(stated[0]);
      if (record.warcType === 'resource') expect(found[1]).toBe(stated[1]);
      checked += 1;
    }
    expect(checked).toBe(2 * captures.length);
  });

  test('imports into the same library again: versions, times and bytes', async () => {
    const { folder, library, file } = await makeLibrary();
    const again = join(folder, 'again');
    const { summary } = await importInto(again, file);
    expect(summary).toMatchObject({ added: 9, newVersions: 1, refused: [] });
    const facts = async (from: string) =>
      (await listCaptures(from)).map(
        ({ edition, area, version, provenance: { sha256, capturedAt, address } }) => ({
          edition,
          area,
          version,
          sha256,
          capturedAt,
          address,
        }),
      );
    expect(await facts(again)).toEqual(await facts(library));
  });

  test('is the same bytes for the same pages, each record packed by itself', async () => {
    const { folder, library, file } = await makeLibrary();
    const second = join(folder, 'second.warc.gz');
    await run('warc', '--to', second, '--library', library);
    expect(readFileSync(second).equals(readFileSync(file))).toBe(true);
    const members = readFileSync(file).toString('latin1').split('\x1f\x8b\x08\0\0\0\0\0\0\xff').length - 1;
    expect(members).toBe(21);
    expect(gunzipSync(readFileSync(file)).toString()).toMatch(/^WARC\/1\.1\r\nWARC-Type: warcinfo\r\n/);
  });

  test('says where a time of capture is not known, and is not taken for one when it is read again', async () => {
    const folder = makeFolder({
      'a.warc.gz': await packResponse({
        url: addressOf('2023/velmora'),
        body: samplePage('2023/velmora'),
        date: '1970-01-01T00:00:00Z',
      }),
    });
    const [library, again] = [join(folder, 'library'), join(folder, 'again')];
    await importInto(library, join(folder, 'a.warc.gz'));
    const file = join(folder, 'b.warc.gz');
    await run('warc', '--to', file, '--library', library);
    expect(gunzipSync(readFileSync(file)).toString()).toContain('\r\ncaptured-at: unknown; ');
    await importInto(again, file);
    expect((await listCaptures(again))[0]?.provenance).toMatchObject({
      capturedAt: null,
      capturedAtSource: null,
    });
  });

  test('is written whole or not at all, and only under a name that tells what it is', async () => {
    const { folder, library } = await makeLibrary();
    expect((await run('warc', '--library', library)).exitCode).toBe(2);
    expect((await run('warc', '--to', join(folder, 'a.zip'), '--library', library)).exitCode).toBe(2);
    const file = join(folder, 'x', 'a.warc.gz');
    const { exitCode, said } = await run('warc', '--to', file, '--library', library);
    expect([exitCode, said.join(' ')]).toEqual([
      5,
      expect.stringContaining('The web archive could not be written to'),
    ]);
    const kept = join(folder, 'kept.warc.gz');
    writeFileSync(kept, 'what was there before');
    const empty = join(folder, 'empty');
    await importInto(empty, join(folder, 'later.html'));
    const store = openSqliteStore(empty);
    await store.removeSamples();
    await store.close();
    expect((await run('warc', '--to', kept, '--library', empty)).exitCode).toBe(3);
    expect(readFileSync(kept, 'utf8')).toBe('what was there before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
