import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readZip } from '../export/read-zip.ts';
import { run } from './captured-run.ts';
import { SAMPLE } from './sample-folder.ts';

let folder: string;
let library: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  library = join(folder, 'library');
  await run('import', SAMPLE, '--library', library, '--workers', '0');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REPORT = ['report', '--years', '2023', '--sections', 'executive-summary', '--areas', 'velmora'];

describe('documents', () => {
  test.each([
    ['docx', 'word/document.xml', REPORT],
    ['epub', 'EPUB/package.opf', REPORT],
    ['docx', 'word/document.xml', ['compare', 'velmora', '2023', '2024']],
    ['docx', 'word/document.xml', ['removed', '--from', '2022', '--to', '2024', '--areas', 'velmora']],
  ])('as %s with %s are written to a file: %j', async (format, part, typed) => {
    const file = join(folder, `file.${format}`);
    const { exitCode } = await run(...typed, '--format', format, '--output', file, '--library', library);
    expect(exitCode).toBe(0);
    expect((await readZip(readFileSync(file))).map(({ name }) => name)).toContain(part);
  });
});
