import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from './built-program.ts';
import { makeFolder } from './sample-folder.ts';
import { searchSample } from './searched-sample.ts';

const { library, quote } = searchSample();

describe('a quote check', () => {
  const PASTED = [
    'No killing by an officer was reported.',
    'A brand new council of 21 was chosen in May.',
    'Too short.',
    'The moon above the harbor was declared a cheese by nine learned bakers.',
  ].join(' ');

  test('says of each sentence where it stands, the differing words marked', async () => {
    const file = join(makeFolder({ 'brief.txt': PASTED }), 'brief.txt');
    const { exitCode, out, said } = await quote(file);
    expect([exitCode, said]).toEqual([0, []]);
    expect(out).toMatch(
      /^4 sentences: 1 word for word, 1 nearly, 1 not found, 1 too short to tell\. Looked for in 9 reports, library version [0-9a-f]{12}\./,
    );
    expect(out).toContain('Absence of reporting is not evidence of absence.');
    expect(out).toContain(
      '\n1. Word for word: 2022/zzc#1.a:1 (Sant’Orlo) and 2 more passages; editions 2022-2024\n',
    );
    expect(out).toContain('\n2. Nearly: 2023/zzc#executive-summary:2 (Sant’Orlo); edition 2023;');
    expect(out).toContain('A [-brand-] new council of 21 was chosen in May');
    expect(out).toContain('\n3. Too short to tell\n');
    expect(out).toContain('\n4. Not found\n');
  });

  test('as JSON gives every place, oldest first', async () => {
    const file = join(makeFolder({ 'brief.txt': PASTED }), 'brief.txt');
    const check = JSON.parse((await quote(file, '--format', 'json')).out);
    expect(check.counts).toEqual({ verbatim: 1, near: 1, 'not-found': 1, 'too-short': 1 });
    expect(check.library).toMatch(/^[0-9a-f]{12}$/);
    expect(check.sentences[0]).toMatchObject({ verdict: 'verbatim', editions: [2022, 2023, 2024] });
    expect(check.sentences[0].places.map(({ address }: { address: string }) => address)).toEqual([
      '2022/zzc#1.a:1',
      '2023/zzc#1.a:1',
      '2024/zzc#1.a:1',
    ]);
    expect(check.sentences[1].nearest.pieces).toContainEqual({ kind: 'pasted', text: 'brand' });
  });

  test('as Markdown quotes each sentence', async () => {
    const file = join(makeFolder({ 'brief.txt': PASTED }), 'brief.txt');
    const { out } = await quote(file, '--format', 'md');
    expect(out).toMatch(/^# Quotations checked\n/);
    expect(out).toContain('\n   > No killing by an officer was reported.\n');
    expect(out).toContain('A \\[brand\\] new council');
  });

  test.each([
    [[], 2, 'FILE: nothing is named; name a file, or - for standard input.'],
    [['a', 'b', '--format', 'xml'], 2, 'FILE: 2 are named; give one.'],
    [['a', '--format', 'xml'], 2, 'format: there is no “xml”; write txt, json, csv, md.'],
    [['no-such-file.txt'], 3, 'no-such-file.txt does not exist.'],
    [['.'], 2, '. is a folder; name a file in it.'],
  ])('that cannot be made says why: %j', async (typed, code, right) => {
    const { exitCode, out, said } = await quote(...typed);
    expect([exitCode, out]).toEqual([code, '']);
    expect(said.join('\n')).toContain(right);
  });

  test('refuses what is no text, nothing, or too long', async () => {
    const files = makeFolder({
      'brief.pdf': Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xff, 0xfe),
      empty: ' \n',
      long: 'One sentence follows another. '.repeat(2_000),
      huge: new Uint8Array(1_100_000).fill(0x20),
    });
    for (const [name, right] of [
      ['brief.pdf', 'is no plain text in UTF-8.'],
      ['empty', 'There is nothing to check.'],
      ['long', '60,000 characters; give at most 50,000.'],
      ['huge', 'is too long to be checked at once.'],
    ] as const) {
      const { exitCode, out, said } = await quote(join(files, name));
      expect([exitCode, out, said.join('\n')]).toEqual([2, '', expect.stringContaining(right)]);
    }
  });
});

describe('in a shell', () => {
  function shell(line: string, input: string) {
    const program = `'${process.execPath}' '${join(PROJECT, 'dist', 'cli', 'main.js')}'`;
    return spawnSync('/bin/sh', ['-c', line.replaceAll('variorum', program)], {
      encoding: 'utf8',
      input,
      env: { ...process.env, VARIORUM_LIBRARY: library },
    });
  }

  test('a search whose reader has enough ends quietly', () => {
    for (const format of ['txt', 'csv', 'json', 'md']) {
      const line = `{ variorum search the --limit all --format ${format}; echo "$?" >&2; } | head -c 100`;
      const { stdout, stderr } = shell(line, '');
      expect([Buffer.byteLength(stdout), stderr], format).toEqual([100, '0\n']);
    }
  });

  test('a quote check reads what another program writes', () => {
    const { status, stdout, stderr } = shell('variorum quote -', 'No killing by an officer was reported.');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1. Word for word: 2022/zzc#1.a:1');
  });

  test('nothing of a screen gets into a pipe', () => {
    expect(shell('variorum search torture | cat', '').stdout).not.toContain('\u001b');
  });
});
