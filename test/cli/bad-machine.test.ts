import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { acquireImportLock } from '../../src/store/sqlite/import-lock.ts';
import { runProgram } from './built-program.ts';
import { run } from './captured-run.ts';
import { makeFolder, SAMPLE, samplePage } from './sample-folder.ts';

async function sampleLibrary(): Promise<string> {
  const library = join(makeFolder(), 'library');
  expect((await run('import', SAMPLE, '--library', library, '--workers', '0')).exitCode).toBe(0);
  return library;
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

describe('where no more can be written', () => {
  // A limit on the size of files stands for a disk that is full: it needs no other rights.
  test.each([60, 150, 250])(
    'after %i KB an import says so, keeps what was saved, and the next one finishes it',
    async (most) => {
      const library = join(makeFolder(), 'library');
      const full = await runProgram(['import', SAMPLE, '--library', library, '--workers', '0'], {
        before: `ulimit -f ${most * 2}; exec`,
      });
      expect(full).toMatchObject({ exitCode: 5, out: '' });
      expect(full.said).toMatch(
        /what was saved before is kept, and nothing is half saved\.\n {2}.*library\.sqlite: /,
      );
      expect(full.said).not.toContain('fault of Variorum');

      const check = await run('check', '--library', library, '--json');
      // Not even begun, or begun and without a report: then there is nothing to check.
      if (check.exitCode === 0) expect(JSON.parse(check.out)).toMatchObject({ difference: 0, differing: [] });
      else expect([3, 5]).toContain(check.exitCode);
      const again = await run('import', SAMPLE, '--library', library, '--workers', '0', '--json');
      expect(again.exitCode).toBe(0);
      expect(JSON.parse(again.out)).toMatchObject({ refused: [], library: { reports: 9 } });
      expect(await run('check', '--library', library)).toMatchObject({ exitCode: 0 });
    },
  );

  test('a report that is written to a file leaves nothing behind, and what was there before stays', async () => {
    const library = await sampleLibrary();
    const folder = makeFolder({ 'r.html': 'before' });
    const asked = ['report', '--years', 'all', '--sections', 'all', '--areas', 'all', '--format', 'html'];
    const output = join(folder, 'r.html');
    const { exitCode, said } = await runProgram([...asked, '--library', library, '--output', output], {
      before: 'ulimit -f 20; exec',
    });
    expect(exitCode).toBe(5);
    expect(said).toBe(
      `The report could not be written to ${output}: it is larger than this program may write.\n`,
    );
    expect(readdirSync(folder)).toEqual(['r.html']);
    expect(readFileSync(output, 'utf8')).toBe('before');
  });

  test('a report that is printed says so', async () => {
    const library = await sampleLibrary();
    const asked = ['report', '--years', '2023', '--sections', '1.b', '--areas', 'zza', '--library', library];
    const { exitCode, said } = await runProgram(asked, { before: 'exec >/dev/full; exec' });
    expect([exitCode, said]).toEqual([5, 'The result could not be written: the disk is full.\n']);
  });

  test('a reader who has seen enough ends the program quietly', async () => {
    const library = await sampleLibrary();
    const main = `${process.execPath} dist/cli/main.js`;
    const asked = `report --years all --sections all --areas all --library ${library}`;
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', `${main} ${asked} | head -n 1`], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('All sections: All areas, 2016–2024\n');
    expect(stderr).not.toContain('fault of Variorum');
  });
});

describe('an import', () => {
  test('beside another says so in one line, with exit code 5, and disturbs nothing', async () => {
    const library = await sampleLibrary();
    const lock = acquireImportLock(library);
    try {
      const page = join(makeFolder({ 'a.html': samplePage('2023/velmora') }), 'a.html');
      const second = await runProgram(['import', page, '--library', library]);
      expect(second).toMatchObject({
        exitCode: 5,
        out: '',
        said: `Another import is running in the library ${library}; start this one again when that one has ended.\n`,
      });
      expect((await run('check', '--library', library)).exitCode).toBe(0);
    } finally {
      lock.release();
    }
    expect((await run('import', SAMPLE, '--library', library, '--workers', '0')).exitCode).toBe(0);
  });

  test('into a place that is a file says what stands in its way', async () => {
    const folder = makeFolder({ library: 'a letter' });
    const { exitCode, out, said } = await run(
      'import',
      SAMPLE,
      '--library',
      join(folder, 'library'),
      '--workers',
      '0',
    );
    expect([exitCode, out]).toEqual([5, '']);
    expect(said.join('\n')).toContain('a file stands in its place');
    expect(readFileSync(join(folder, 'library'), 'utf8')).toBe('a letter');
  });
});

describe.each([
  [
    'of a newer schema',
    (file: string) => {
      const database = new Database(file);
      database.pragma('user_version = 99');
      database.close();
    },
    'The library has schema 99, and this version of Variorum knows schemas up to',
  ],
  [
    'that is another program’s database',
    (file: string) => {
      const database = new Database(file);
      database.pragma('application_id = 7');
      database.close();
    },
    'The file where the library should be is another program’s database.',
  ],
  [
    'that is no database',
    (file: string) => writeFileSync(file, 'a letter, longer than the head of a database is. '.repeat(20)),
    'The file where the library should be is not a library',
  ],
])('a library %s', (_, change, told) => {
  test('is left alone by every command, with exit code 5', async () => {
    const library = await sampleLibrary();
    const file = join(library, 'library.sqlite');
    change(file);
    const before = digest(file);
    for (const typed of [
      ['import', SAMPLE, '--workers', '0'],
      ['check'],
      ['coverage'],
      ['report', '--years', '2023', '--sections', 'all', '--areas', 'all'],
      ['serve', '--port', '0'],
    ]) {
      const { exitCode, out, said } = await run(...typed, '--library', library);
      expect([typed[0], exitCode, out]).toEqual([typed[0], 5, '']);
      expect(said.join('\n')).toContain(told);
    }
    expect(digest(file)).toBe(before);
  });
});
