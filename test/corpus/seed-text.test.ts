import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../cli/captured-run.ts';
import { corpusFolder } from './corpus-folder.ts';

/** The five paragraphs that the publisher's own builder printed for this choice: SHA-256 (16 digits) of their text. */
const PRINTED = [
  '40ccbde20c4f53f8',
  '92b9fd755c700220',
  '0e0b4f99c4a10093',
  '5ef0f6fd5216072e',
  '76943440c37f1b73',
];

describe.skipIf(corpusFolder === null)('the executive summary of Mali in 2021', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
    const page = join(corpusFolder ?? '', '2021', 'mali.html');
    const imported = await run('import', page, '--library', join(folder, 'library'), '--workers', '0');
    expect(imported.exitCode).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function report(format: string): Promise<string> {
    const asked = [
      '--years',
      '2021',
      '--sections',
      'executive-summary',
      '--areas',
      'mali',
      '--format',
      format,
    ];
    const { exitCode, out, said } = await run('report', ...asked, '--library', join(folder, 'library'));
    expect([exitCode, said]).toEqual([0, []]);
    return out;
  }

  const digest = (text: string) => hash('sha256', text, 'hex').slice(0, 16);

  test('comes out word for word as the publisher’s builder printed it', async () => {
    const text = await report('txt');
    const from = text.indexOf('\nEXECUTIVE SUMMARY\n\n');
    expect(from).toBeGreaterThan(0);
    const paragraphs = text
      .slice(from + '\nEXECUTIVE SUMMARY\n\n'.length, text.indexOf('\n\n---', from))
      .split('\n\n');
    expect(paragraphs.map(digest)).toEqual(PRINTED);
  });

  test('has the same five passages as data', async () => {
    const { reports } = JSON.parse(await report('json'));
    const texts = reports[0].sections.flatMap(({ passages }: { passages: { text: string }[] }) => passages);
    expect(texts.map(({ text }: { text: string }) => digest(text))).toEqual(PRINTED);
  });
});
