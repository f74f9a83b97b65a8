import { afterEach, describe, expect, test } from 'vitest';
import type { Removals } from '../../../src/domain/removals.ts';
import { renderRemovalsFile } from '../../../src/workbench/compare/render-comparison-file.ts';
import { createPress } from '../../../src/workbench/press/press.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { type DocxParagraph, readParagraphs } from '../../export/docx-text.ts';
import { readEntry } from '../../export/read-zip.ts';
import { FRESH, GONE, KEPT, OLD, openEditions } from './small-editions.ts';

const VELMORA = { area: 'vel', from: 2021, to: 2024 };
const EVERYTHING = { only: null, all: true };

let workbench: Workbench;
afterEach(async () => {
  await workbench.close();
});

async function join(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The text of runs that have a mark. */
function markedText(paragraphs: readonly DocxParagraph[], mark: string): string {
  return paragraphs
    .flatMap(({ xml }) => xml.match(/<w:r>.*?<\/w:r>/gs) ?? [])
    .filter((run) => run.includes(mark))
    .map((run) => /<w:t[^>]*>([^<]*)</.exec(run)?.[1] ?? '')
    .join(' ');
}

describe('a redline for Word', () => {
  async function redline(): Promise<Uint8Array> {
    workbench = await openEditions();
    const view = await workbench.compareReports(VELMORA);
    return join(workbench.renderComparisonFile(view, EVERYTHING, 'docx'));
  }

  test('strikes through what is gone and underlines twice what is new', async () => {
    const paragraphs = await readParagraphs(await redline());
    expect(markedText(paragraphs, '<w:strike/>')).toContain(GONE);
    expect(markedText(paragraphs, '<w:u w:val="double"/>')).toContain(FRESH);
    expect(paragraphs.map(({ text }) => text)).toContain(KEPT);
    expect(markedText(paragraphs, '<w:strike/>')).not.toContain(KEPT);
  });

  test('leaves no tracked change that somebody could accept', async () => {
    expect(await readEntry(await redline(), 'word/document.xml')).not.toMatch(/<w:(?:ins|del)[ >]/);
  });

  test('cites both sides, in a note each the first time', async () => {
    const file = await redline();
    const texts = (await readParagraphs(file)).map(({ text }) => text);
    expect(texts.some((text) => text.startsWith('2021: 2021/vel#'))).toBe(true);
    expect(texts.some((text) => text.startsWith('2024: 2024/vel#'))).toBe(true);
    const xml = await readEntry(file, 'word/document.xml');
    expect(xml.match(/<w:footnoteReference /g)).toHaveLength(2);
  });
});

describe('a chart of removals for Word', () => {
  async function listRemovals(): Promise<Removals> {
    workbench = await openEditions();
    return workbench.listRemovals({
      from: 2021,
      to: 2024,
      areas: [
        { kind: 'area', area: 'vel' },
        { kind: 'area', area: 'osi' },
      ],
      topics: [],
      filter: { only: ['removed', 'edited'], all: false },
    });
  }

  test('quotes each passage on the left, with its address, under the head of a table that stands on each page', async () => {
    const file = await join(workbenchFile(await listRemovals()));
    const texts = (await readParagraphs(file)).map(({ text }) => text);
    expect(texts).toContain(GONE);
    expect(texts).toContain(OLD);
    expect(texts.some((text) => text.startsWith('2021/vel#'))).toBe(true);
    expect(texts).toContain('2021: what stood there');
    const xml = await readEntry(file, 'word/document.xml');
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) expect(table).toMatch(/^.*?<w:tr>.*?<w:tblHeader\/>/s);
  });

  test('says that absence of reporting is no evidence, and what could not be compared', async () => {
    const texts = (await readParagraphs(await join(workbenchFile(await listRemovals())))).map(
      ({ text }) => text,
    );
    expect(texts).toContain('Absence of reporting is not evidence of absence.');
    const gaps = texts.slice(texts.lastIndexOf('Asked for and not here') + 1);
    expect(gaps[0]).toMatch(/^(?:No report on|The 20\d\d report on) /);
  });

  test('counts the words of both editions beforehand', async () => {
    const removals = await listRemovals();
    const heads = await workbench.listReports({ area: 'vel' });
    const compared = heads.filter(({ edition }) => edition === 2021 || edition === 2024);
    expect(removals.words).toBe(compared.reduce((sum, { passageWords }) => sum + passageWords, 0));
  });

  test('is refused before anything is compared if it is too much for one document', async () => {
    const removals = {
      ...(await listRemovals()),
      words: 10_000_000,
      readItems: () => {
        throw new Error('read');
      },
    };
    expect(() => renderRemovalsFile(removals, { format: 'docx' }, createPress({ threads: 0 }))).toThrow(
      expect.objectContaining({
        kind: 'invalid-input',
        message: expect.stringContaining('have 10,000,000'),
        details: expect.arrayContaining([expect.stringContaining('9 parts would do')]),
      }),
    );
  });

  function workbenchFile(removals: Removals): AsyncIterable<Uint8Array> {
    return workbench.renderRemovalsFile(removals, 'docx');
  }
});
