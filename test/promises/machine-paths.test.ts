import { expect, it } from 'vitest';
import { readTrackedFiles } from './tracked-files.ts';

/** A path from the root into somebody's folders, not one that stands inside an address or below a folder of ours. */
const MACHINE_PATH = new RegExp(
  `(?<![\\w.~)}\\]>*-])(?:/(?:${['work', 'farm', 'home', 'Users', 'root', 'tmp'].join('|')})/|[A-Z]:\\\\Users\\\\)[^\\s'"\`]*`,
  'g',
);

const findMachinePaths = (text: string): string[] => text.match(MACHINE_PATH) ?? [];

it('names no path of anybody’s machine in any file', () => {
  const found = readTrackedFiles().flatMap(({ path, text }) =>
    findMachinePaths(text).map((one) => `${path}: ${one}`),
  );
  expect(found).toEqual([]);
});

it('knows a path of a machine from an address', () => {
  const home = ['', 'home', 'ann', 'notes.txt'].join('/');
  expect(findMachinePaths(`see ${home}.`)).toEqual([`${home}.`]);
  expect(findMachinePaths(`(${['', 'tmp', 'x'].join('/')})`)).toHaveLength(1);
  expect(findMachinePaths(`https://example.org${home}`)).toEqual([]);
  expect(findMachinePaths(`./data${home}`)).toEqual([]);
});
