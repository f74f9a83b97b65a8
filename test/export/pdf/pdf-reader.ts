import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper } from '../../../src/domain/paper.ts';

/** True where poppler's programs can be run; they read a PDF independently of what wrote it. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** Points of the sheet: 72 to an inch. */
const SHEETS: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  letter: [612, 792],
  a4: [595, 842],
};

/** The text between the margins: without running heads, feet and what stands in the margins. */
export function readBody(pdf: Uint8Array, paper: Paper = 'letter'): string {
  const [width, height] = SHEETS[paper];
  const crop = { x: 76, y: 64, W: width - 76 - 58, H: height - 64 - 60 };
  const flags = Object.entries(crop).flatMap(([name, value]) => [`-${name}`, String(value)]);
  return runPoppler('pdftotext', ['-raw', '-nopgbrk', '-r', '72', ...flags, '-', '-'], pdf);
}

/** Everything on the pages. */
export function readPages(pdf: Uint8Array): string[] {
  return runPoppler('pdftotext', ['-layout', '-', '-'], pdf).split('\f');
}

export function readInfo(pdf: Uint8Array): ReadonlyMap<string, string> {
  const lines = runPoppler('pdfinfo', ['-'], pdf).split('\n');
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}

/** The bookmarks, in order. */
export function readBookmarks(pdf: Uint8Array): string[] {
  // This one of poppler's programs reads files only.
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  const file = join(folder, 'read.pdf');
  writeFileSync(file, pdf);
  const xml = runPoppler('pdftohtml', ['-xml', '-i', '-stdout', file], new Uint8Array());
  rmSync(folder, { recursive: true });
  return [...xml.matchAll(/<item page="\d+">(.*?)<\/item>/g)].map(([, name = '']) =>
    name.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'),
  );
}

/** Fonts and whether each is embedded. */
export function readFonts(pdf: Uint8Array): { readonly name: string; readonly embedded: boolean }[] {
  return runPoppler('pdffonts', ['-'], pdf)
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => ({
      name: line.split(/\s+/)[0] ?? '',
      embedded: / yes (?:yes|no) +(?:yes|no) /.test(line),
    }));
}

/**
 * Words and signs one by one: a line may break behind a hyphen or slash or inside a web address, and where it does, white space is read that the
 * text has not. What steers and has no shape is not on paper.
 */
export function tokenise(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .match(/[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
  );
}

/** Where the tokens stand one behind the other, or -1. */
export function findTokens(all: readonly string[], wanted: readonly string[], from = 0): number {
  for (let at = all.indexOf(wanted[0] ?? '', from); at !== -1; at = all.indexOf(wanted[0] ?? '', at + 1)) {
    if (wanted.every((token, i) => all[at + i] === token)) return at;
  }
  return -1;
}

function runPoppler(program: string, args: readonly string[], pdf: Uint8Array): string {
  return execFileSync(program, [...args], {
    input: pdf,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1e9,
  }).toString();
}
