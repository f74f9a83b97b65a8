import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFolder } from './corpus-folder.ts';

/** The paths of all pages, `2021/mali.html`, in order. */
export function listCorpusPages(): string[] {
  if (corpusFolder === null) return [];
  const folder = corpusFolder;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith('.html'))
    .sort();
}

/** The bytes of one page. */
export function readCorpusPage(path: string): Uint8Array {
  return readFileSync(join(corpusFolder ?? '', path));
}
