import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { describeError, EXIT_CODES } from '../../src/cli/describe-error.ts';
import { PROBLEM_KINDS, Problem, type ProblemKind } from '../../src/domain/problem.ts';
import { run } from './captured-run.ts';
import { makeFolder } from './sample-folder.ts';

describe('help', () => {
  test('is what somebody gets who types nothing, and names every command', async () => {
    const { exitCode, out, said } = await run();
    expect([exitCode, said]).toEqual([0, []]);
    for (const { name, summary } of COMMANDS)
      expect(out).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'));
    for (const typed of ['help', '--help', '-h'])
      expect(await run(typed)).toMatchObject({ exitCode: 0, out });
  });

  test.each(COMMANDS.map(({ name }) => name))(
    'of %s tells its flags, each with its meaning, however it is asked for',
    async (name) => {
      const { exitCode, out } = await run('help', name);
      expect(exitCode).toBe(0);
      expect(out).toMatch(new RegExp(`^Usage: variorum ${name}\\b`));
      const command = COMMANDS.find((one) => one.name === name);
      for (const option of command?.options ?? []) expect(out).toContain(`\n  --${option.name}`);
      expect(await run(name, '--help')).toMatchObject({ exitCode: 0, out });
      expect(await run(name, '--no-such-flag', '-h')).toMatchObject({ exitCode: 0, out });
    },
  );

  test('behind two hyphens is an operand, not a request for help', async () => {
    const { exitCode, said } = await run(
      'import',
      '--library',
      join(makeFolder(), 'library'),
      '--',
      '--help',
    );
    expect(exitCode).toBe(3);
    expect(said.join('\n')).toContain('--help does not exist');
  });
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  for (const typed of ['version', '--version', '-V']) {
    expect(await run(typed)).toEqual({ exitCode: 0, out: `variorum ${version}\n`, said: [] });
  }
});

describe('what cannot be understood ends with exit code 2, nothing on standard output, and the nearest right thing', () => {
  test.each([
    [['imprt'], '“imprt” is no command; the nearest is import.'],
    [['help', 'reprot'], '“reprot” is no command; the nearest is report.'],
    [['--library', 'x'], '“--library” stands where the command should'],
    [['check', '--libary', 'x'], '--libary: no such flag; the nearest is --library.'],
    [['check', '-x'], '-x: no such flag'],
    [['check', '--library'], '--library needs a value: --library PATH.'],
    [['check', '--library', '--json'], '--library needs a value: --library PATH.'],
    [['check', '--json=yes'], '--json takes no value.'],
    [['coverage', 'everything'], '“everything”: variorum coverage takes flags only.'],
    [['import'], 'Nothing to import: name a folder, a page or an archive.'],
    [['check', '--library='], '--library: “” is not the path of a folder.'],
    [['serve', '--port', '70000'], '--port: “70000” is not a whole number from 0 to 65535.'],
    [['import', '.', '--workers', 'many'], '--workers: “many” is not a whole number from 0 to 64.'],
  ])('%j', async (typed, right) => {
    const { exitCode, out, said } = await run(...typed);
    expect([exitCode, out]).toEqual([2, '']);
    expect(said.join('\n')).toContain(right);
  });

  test('everything that is wrong is told at once', async () => {
    const { said } = await run('check', '--libary', 'x', '--json=yes', 'now');
    for (const wrong of ['--libary', '--json takes no value', '“now”', '“x”'])
      expect(said.join('\n')).toContain(wrong);
  });
});

describe('an exit code', () => {
  test('tells the five kinds of problems apart', () => {
    const kinds = Object.keys(PROBLEM_KINDS) as ProblemKind[];
    expect(
      Object.fromEntries(kinds.map((kind) => [kind, describeError(new Problem(kind, 'It is so.')).exitCode])),
    ).toEqual({
      'invalid-input': 2,
      'not-found': 3,
      'unreadable-page': 4,
      conflict: 5,
      'tool-missing': 6,
    });
    expect(EXIT_CODES.map(([code]) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 130, 143]);
  });

  test('of 1 means a fault of ours, and says where it happened', () => {
    const { exitCode, text } = describeError(new TypeError('x is not a function'));
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^This is a fault of Variorum: TypeError: x is not a function\n {4}at /);
  });

  test('of a library that is not there is 3, and none is made', async () => {
    const library = join(makeFolder(), 'none');
    for (const command of ['check', 'coverage', 'report']) {
      const { exitCode, out, said } = await run(command, '--library', library);
      expect([exitCode, out, said[0]?.split('\n')[0]]).toEqual([3, '', `There is no library in ${library}.`]);
    }
  });
});
