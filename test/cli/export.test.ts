import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runProgram } from './built-program.ts';
import { run } from './captured-run.ts';
import { makeFolder, SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
let out: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  out = makeFolder();
});

const exportTo = (name: string, ...typed: readonly string[]) =>
  runProgram(['export', ...typed, '--to', join(out, name), '--library', library]);

const head = (name: string): string => readFileSync(join(out, name)).toString('latin1', 0, 5);

describe('variorum export', () => {
  test.each([
    ['a custom report', ['--years', '2023', '--sections', 'executive-summary', '--areas', 'all']],
    ['a report', ['2023/zza', '--paper', 'a4']],
    ['a comparison', ['--compare', 'Velmora', '2022', '2023']],
    ['what was removed', ['--removed', 'Velmora,zzb', '2022', '2023']],
  ])('writes %s as PDF', async (_, typed) => {
    const { exitCode, said } = await exportTo('it.pdf', ...typed);
    expect(said.includes('Error')).toBe(false);
    expect(exitCode).toBe(0);
    expect(readdirSync(out)).toEqual(['it.pdf']);
    expect(head('it.pdf')).toBe('%PDF-');
  });

  test('gives the same bytes for a report and for the custom report that is the same', async () => {
    await exportTo('one.pdf', '2023/zza');
    await exportTo('two.pdf', '--years', '2023', '--sections', 'all', '--areas', 'zza');
    expect(readFileSync(join(out, 'one.pdf')).equals(readFileSync(join(out, 'two.pdf')))).toBe(true);
  });

  test('goes by the file’s ending, or by --format', async () => {
    await exportTo('it.md', '--compare', 'Velmora', '2022', '2023');
    expect(head('it.md')).toBe('# Vel');
    await exportTo('data', '2023/zza', '--format', 'JSON');
    expect(head('data')).toBe('{"abo');
  });

  test.each([
    ['no file', ['2023/zza'], 'to: name the file'],
    ['a file without an ending', ['2023/zza', '--to', 'file'], 'no ending'],
    ['an unknown format', ['2023/zza', '--to', 'file.doc'], 'there is no “doc”'],
    ['an unknown paper', ['2023/zza', '--to', 'a.pdf', '--paper', 'a3'], 'write letter or a4'],
    ['two things', ['2023/zza', '--years', '2023', '--to', 'a.pdf'], 'one thing at a time'],
    ['nothing', ['--to', 'a.pdf'], 'one thing at a time'],
    ['a section', ['2023/zza#1', '--to', 'a.pdf'], 'A report is exported whole'],
    [
      'a comparison without editions',
      ['--compare', 'Velmora', '--to', 'a.pdf'],
      'variorum export --compare mali 2023 2024',
    ],
  ])('refuses %s in plain words', async (_, typed, words) => {
    const { exitCode, said } = await run('export', ...typed, '--library', library);
    expect(exitCode).toBe(2);
    expect(said.join('\n')).toContain(words);
  });
});

describe('variorum packet', () => {
  const pins = { issues: [{ title: 'Custody', pins: [{ address: '2023/zza#1.a:1' }] }] };
  const file = (more: object = {}): string => {
    const path = join(makeFolder(), 'packet.json');
    writeFileSync(path, JSON.stringify({ format: 'variorum-packet', version: 1, ...pins, ...more }));
    return path;
  };
  const packet = (...typed: readonly string[]) =>
    runProgram(['packet', ...typed, '--to', join(out, 'exhibit.pdf'), '--library', library]);

  test('writes an exhibit packet', async () => {
    const { exitCode, said } = await packet(file());
    expect(said).toMatch(/exhibit\.pdf: \d+ pages, [\d,]+ bytes\./);
    expect(exitCode).toBe(0);
    expect(head('exhibit.pdf')).toBe('%PDF-');
  });

  test('writes it as a Word document, by the ending of its name', async () => {
    const to = join(out, 'exhibit.docx');
    const { exitCode, said } = await runProgram(['packet', file(), '--to', to, '--library', library]);
    expect(said).toMatch(/exhibit\.docx: [\d,]+ bytes\. Word fills in its pages/);
    expect(exitCode).toBe(0);
    expect(head('exhibit.docx')).toMatch(/^PK/);
  });

  test('counts the pages of a country schedule against twelve', async () => {
    const { exitCode, said } = await packet(file(), '--form', 'uk');
    expect(exitCode).toBe(0);
    expect(said).toContain('1 of at most 12 pages; 1 page to verify it not counted.');
  });

  test('splits what is too large into numbered files', async () => {
    const issues = [{ title: 'All', pins: [{ address: '2023/zza#1.a:1' }, { address: '2022/zza#1.a:1' }] }];
    await packet(file({ issues }));
    const mostBytes = readFileSync(join(out, 'exhibit.pdf')).length - 2_000;
    await packet(file({ issues, mostBytes }));
    expect(readdirSync(out).sort()).toEqual(['exhibit.pdf', 'exhibit_Part1.pdf', 'exhibit_Part2.pdf']);
  });

  test.each([
    ['a file that is not there', 'nowhere.json', 3, 'There is no file'],
    ['a passage that is not there', 'zza#1.a:99', 3, '2023/zza#1.a:99'],
    ['what is no address', '1.a:1', 2, 'is not the address of a passage'],
  ])('refuses %s in plain words', async (_, what, code, words) => {
    const address = what.includes('zza') ? `2023/${what}` : what;
    const path = what === 'nowhere.json' ? what : file({ issues: [{ title: 'A', pins: [{ address }] }] });
    const { exitCode, said } = await run('packet', path, '--to', join(out, 'a.pdf'), '--library', library);
    expect(exitCode).toBe(code);
    expect(said.join('\n')).toContain(words);
    expect(readdirSync(out)).toEqual([]);
  });
});
