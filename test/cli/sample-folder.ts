import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The invented editions that ship with the software. */
export const SAMPLE = fileURLToPath(new URL('../../sample', import.meta.url));

/** A page of the sample: `2023/velmora`. */
export function samplePage(name: string): string {
  return readFileSync(join(SAMPLE, `${name}.html`), 'utf8');
}

/** A page of the sample with one more sentence in its summary. */
export function amendedPage(name: string, sentence: string): string {
  const page = samplePage(name);
  const end = page.indexOf('</p>', page.indexOf('report__main'));
  return `${page.slice(0, end)} ${sentence}${page.slice(end)}`;
}

/** A folder with the files given, removed when the test is over. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
