import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { packTar, packXz, packZip } from '../ingest/sources/build-archive.ts';
import { type CapturedRun, run, start } from './captured-run.ts';
import { amendedPage, makeFolder, SAMPLE, samplePage } from './sample-folder.ts';

const PAGES = ['2023/velmora', '2023/quendary', '2022/upper-quendal'].map((name) => ({
  name: `${name}.html`,
  content: samplePage(name),
}));

function importInto(library: string, ...paths: readonly string[]): Promise<CapturedRun> {
  return run('import', ...paths, '--library', library, '--workers', '0', '--json');
}

/** What `check --json` says of a library. */
async function check(
  library: string,
): Promise<{ captures: number; difference: number; differing: unknown[] }> {
  return JSON.parse((await run('check', '--library', library, '--json')).out);
}

describe('an import', () => {
  test.each([
    [
      'a folder',
      'pages',
      async () => Object.fromEntries(PAGES.map(({ name, content }) => [`pages/${name}`, content])),
    ],
    ['a .zip', 'p.zip', async () => ({ 'p.zip': await packZip(PAGES) })],
    ['a .tar', 'p.tar', async () => ({ 'p.tar': await packTar(PAGES) })],
    ['a .tar.gz', 'p.tar.gz', async () => ({ 'p.tar.gz': gzipSync(await packTar(PAGES)) })],
    ['a .tar.xz', 'p.tar.xz', async () => ({ 'p.tar.xz': packXz(await packTar(PAGES)) })],
  ])('takes %s', async (_, name, pack) => {
    const folder = makeFolder(await pack());
    const { exitCode, out } = await importInto(join(folder, 'library'), join(folder, name));
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      added: 3,
      refused: [],
      library: { reports: 3, sampleOnly: true },
    });
    expect(await check(join(folder, 'library'))).toMatchObject({ captures: 3, difference: 0, differing: [] });
  });

  test('takes single pages, and several things at once', async () => {
    const folder = makeFolder({ 'a.html': samplePage('2024/santorlo'), 'p.zip': await packZip(PAGES) });
    const { exitCode, out } = await importInto(
      join(folder, 'library'),
      join(folder, 'a.html'),
      join(folder, 'p.zip'),
    );
    expect([exitCode, JSON.parse(out).added]).toEqual([0, 4]);
  });

  test('ends with a summary that a person can read', async () => {
    const library = join(makeFolder(), 'library');
    const { exitCode, out, said } = await run('import', SAMPLE, '--library', library, '--workers', '0');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^9 pages in 0\.0 s, 7,\d{3} words read; 2 other files passed over\nAdded +9\n/);
    expect(out).toMatch(/\nFound +Reports +Finding\n/);
    expect(out).toMatch(/\nThe library holds 9 reports, 7,\d{3} words; its version is [0-9a-f]{12}\.\n$/);
    expect(said).toEqual(['Pages 9 of 9', 'Comparing neighbouring editions 6 of 6']);
  });

  test('of the same again changes nothing', async () => {
    const library = join(makeFolder(), 'library');
    const first = JSON.parse((await importInto(library, SAMPLE)).out);
    const { exitCode, out } = await importInto(library, SAMPLE);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      added: 0,
      newVersions: 0,
      newCaptures: 0,
      replaced: 0,
      unchanged: 9,
    });
    expect(JSON.parse(out).library).toEqual(first.library);
  });

  test('goes on past every page that it refuses, names each with its reason, and ends with exit code 4', async () => {
    const folder = makeFolder({
      'a-login.html': '<html><title>Sign in</title><p>Please sign in.</p></html>',
      'b-pdf.html': '%PDF-1.7\n%âãÏÓ\n1 0 obj',
      'c-empty.html': '',
      'd-truncated.html': samplePage('2023/velmora').slice(0, 9000),
      'e-other-year.html': samplePage('2023/velmora').replaceAll('/2023-country', '/2022-country'),
      'f-other-area.html': samplePage('2023/velmora').replaceAll('practices/velmora', 'practices/quendary'),
      'g-nul.html': `${samplePage('2023/velmora').slice(0, 100)}\0${samplePage('2023/velmora').slice(100)}`,
      'h-broken.zip': 'PK\u0003\u0004',
      'i-good.html': samplePage('2023/quendary'),
    });
    const outside = makeFolder({ 'secret.html': samplePage('2024/velmora') });
    symlinkSync(join(outside, 'secret.html'), join(folder, 'j-link.html'));
    const library = join(makeFolder(), 'library');
    const { exitCode, out, said } = await importInto(library, folder);
    expect(exitCode).toBe(4);
    const { added, refused } = JSON.parse(out);
    expect(added).toBe(1);
    const reasons = [
      ['a-login.html', 'The page is not a report: it has no report body. Its title is “Sign in”.'],
      ['b-pdf.html', 'The file is a PDF, not a web page.'],
      ['c-empty.html', 'The page is empty.'],
      ['d-truncated.html', 'The page is cut short: it ends before the report does.'],
      [
        'e-other-year.html',
        'The page’s address and its title name different editions. Address: 2022; title: 2023.',
      ],
      [
        'f-other-area.html',
        'The page’s address and its title name different areas. Address: quendary (Quendary); title: Velmora (Velmora).',
      ],
      ['g-nul.html', 'The file is not a text file.'],
      ['h-broken.zip', expect.stringContaining('It is cut short or damaged')],
      ['j-link.html', 'It is a link that leads out of the folder.'],
    ];
    expect(refused).toEqual(reasons.map(([name, reason]) => ({ path: `${folder}/${name}`, reason })));
    expect(said.filter((line) => line.startsWith('Refused '))).toHaveLength(9);
    expect(said.at(-1)).not.toMatch(/^Pages (\d+) of (?!\1)/);
    expect(await check(library)).toMatchObject({ captures: 1, difference: 0, differing: [] });
  });

  test('takes nothing from an archive that leads out of it, and writes nothing there', async () => {
    const page = samplePage('2023/velmora');
    const folder = makeFolder({
      'evil.zip': await packZip([{ name: 'aa/velmora.html', content: page }, ...PAGES.slice(1)]).then((zip) =>
        Buffer.from(zip.toString('latin1').replaceAll('aa/velmora.html', '../velmora.html'), 'latin1'),
      ),
    });
    const { exitCode, out } = await importInto(join(folder, 'library'), join(folder, 'evil.zip'));
    expect(exitCode).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      added: 2,
      refused: [
        {
          path: `${folder}/evil.zip!../velmora.html`,
          reason: 'The name of this entry leads out of the archive with “..”.',
        },
      ],
    });
  });

  test('refuses a zip bomb before it is expanded', async () => {
    const folder = makeFolder({
      'bomb.tar.xz': packXz(await packTar(PAGES), { statedSize: 3_000_000_000 }),
      'good.html': samplePage('2023/quendary'),
    });
    const { exitCode, out } = await importInto(join(folder, 'library'), folder);
    expect(exitCode).toBe(4);
    expect(JSON.parse(out)).toMatchObject({
      added: 1,
      refused: [
        {
          path: `${folder}/bomb.tar.xz`,
          reason: expect.stringContaining('It expands to more than 200 times its size'),
        },
      ],
    });
  });

  test('is not begun where a path does not exist: all are named, and exit code is 3', async () => {
    const folder = makeFolder({ 'a.html': samplePage('2023/velmora') });
    const { exitCode, out, said } = await importInto(
      join(folder, 'library'),
      join(folder, 'a.html'),
      join(folder, 'b.html'),
      join(folder, 'c'),
    );
    expect([exitCode, out]).toEqual([3, '']);
    expect(said.join('\n')).toContain(`${folder}/b.html does not exist.`);
    expect(said.join('\n')).toContain(`${folder}/c does not exist.`);
  });

  test('shows what would steer a terminal instead of sending it there', async () => {
    const folder = makeFolder({ '\u001b[2Jx.html': 'no report' });
    const { out } = await run('import', folder, '--library', join(makeFolder(), 'library'), '--workers', '0');
    expect(out).not.toContain('\u001b');
  });

  test('that is stopped says how far it came, and the same import again finishes it', async () => {
    const library = join(makeFolder(), 'library');
    const stopped = start('import', SAMPLE, '--library', library, '--workers', '0');
    stopped.stop();
    const { exitCode, out, said } = await stopped.ended;
    expect([exitCode, out]).toEqual([130, '']);
    expect(said.at(-1)).toBe(
      'Stopped after 0 pages, each saved whole. The same import again goes on from there.',
    );
    expect(JSON.parse((await importInto(library, SAMPLE)).out)).toMatchObject({
      added: 9,
      library: { reports: 9 },
    });
  });

  test('of a page captured again with other text counts a new version, and keeps both', async () => {
    const folder = makeFolder({ 'amended.html': amendedPage('2023/velmora', 'Amended once.') });
    const library = join(folder, 'library');
    await importInto(library, SAMPLE);
    const { out } = await importInto(library, join(folder, 'amended.html'));
    expect(JSON.parse(out)).toMatchObject({ newVersions: 1, added: 0, library: { reports: 9 } });
    expect(await check(library)).toMatchObject({ captures: 10, difference: 0 });
  });
});
