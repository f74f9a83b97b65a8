import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { runProgram, startProgram } from './built-program.ts';
import { run } from './captured-run.ts';
import { amendedPage, makeFolder } from './sample-folder.ts';

const NAMES = ['2022/velmora', '2022/upper-quendal', '2023/quendary', '2023/santorlo', '2024/velmora'];
const CAPTURES_EACH = 36;
const KILLS = 8;

/** Many captures of a few invented reports, each with other text than the one before. */
function writePages(folder: string): void {
  for (let n = 1; n <= CAPTURES_EACH; n += 1) {
    for (const name of NAMES) {
      const file = join(folder, String(n).padStart(2, '0'), `${name.replace('/', '-')}.html`);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, amendedPage(name, `Amended for the ${n}. time.`));
      const captured = new Date(Date.UTC(2025, 0, n));
      utimesSync(file, captured, captured);
    }
  }
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruence; Numerical Recipes, 2nd ed., 7.1). */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function countCaptures(library: string): number {
  const file = join(library, 'library.sqlite');
  if (!existsSync(file)) return 0;
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare<[], number>('SELECT count(*) FROM capture').pluck().get() ?? 0;
  } catch {
    return 0;
  } finally {
    database.close();
  }
}

/** Everything that the commands tell of a library; the number of its changes is no matter of its content. */
async function describeLibrary(library: string): Promise<unknown> {
  const at = ['--library', library];
  const all = ['--years', 'all', '--sections', 'all', '--areas', 'all', '--format', 'json'];
  return {
    check: JSON.parse((await run('check', '--json', ...at)).out),
    coverage: JSON.parse((await run('coverage', '--json', ...at)).out),
    reports: JSON.parse((await run('report', ...all, ...at)).out),
  };
}

test('an import that is killed again and again leaves a library that opens, and the next import finishes the work', {
  timeout: 120_000,
}, async () => {
  const pages = makeFolder();
  writePages(pages);
  const library = join(makeFolder(), 'library');
  const random = randomNumbers(20_250_814);
  let killed = 0;
  for (let n = 0; n < KILLS; n += 1) {
    const before = countCaptures(library);
    // At another moment each time: some saves later, and somewhere within the next. Pages are saved several at a time.
    const ahead = NAMES.length * CAPTURES_EACH - before;
    const wanted = before + Math.floor((random.next().value * ahead) / (2 * (KILLS - n)));
    let more = Math.floor(random.next().value * 40);
    const program = startProgram([
      'import',
      pages,
      '--library',
      library,
      '--workers',
      n % 2 === 0 ? '2' : '0',
    ]);
    while (program.process.exitCode === null && (countCaptures(library) < wanted || more-- > 0))
      await setImmediate();
    program.process.kill('SIGKILL');
    const { signal } = await program.ended;
    if (signal === 'SIGKILL') killed += 1;
    if (!existsSync(join(library, 'library.sqlite'))) continue;
    const held = countCaptures(library);
    expect(held).toBeGreaterThanOrEqual(before);
    const check = await run('check', '--library', library, '--json');
    if (check.exitCode === 0)
      expect(JSON.parse(check.out)).toMatchObject({ captures: held, difference: 0, differing: [] });
    // Killed before the library was all made: nothing is in it yet, and the next import makes it.
    else expect([check.exitCode === 3 || check.exitCode === 5, held]).toEqual([true, 0]);
  }
  expect(killed).toBe(KILLS);
  const left = NAMES.length * CAPTURES_EACH - countCaptures(library);
  expect(left).toBeGreaterThan(0);

  const finished = await runProgram(['import', pages, '--library', library, '--json']);
  expect(finished.exitCode).toBe(0);
  expect(JSON.parse(finished.out)).toMatchObject({
    unchanged: NAMES.length * CAPTURES_EACH - left,
    refused: [],
  });

  const undisturbed = join(makeFolder(), 'library');
  await runProgram(['import', pages, '--library', undisturbed, '--json']);
  expect(await describeLibrary(library)).toEqual(await describeLibrary(undisturbed));
});
