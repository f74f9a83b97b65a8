import { describe, expect, it } from 'vitest';
import type { ComparisonView } from '../../../src/domain/comparison-view.ts';
import { renderComparisonPdf } from '../../../src/export/pdf/render-comparison-pdf.ts';
import { renderRemovalsPdf } from '../../../src/export/pdf/render-removals-pdf.ts';
import { FRESH, GONE, KEPT, NEW, OLD, openEditions } from '../../workbench/compare/small-editions.ts';
import { findTokens, hasPoppler, readBookmarks, readInfo, readPages, tokenise } from './pdf-reader.ts';

const ALL = { only: null, all: false };

async function compare(): Promise<ComparisonView> {
  const workbench = await openEditions();
  return workbench.compareReports({ area: 'vel', from: 2021, to: 2024 });
}

async function chart(view: ComparisonView, filter = { only: ['removed', 'edited'] as const, all: false }) {
  const { library } = view;
  const items = [{ kind: 'compared', view }] as const;
  return renderRemovalsPdf(
    { from: 2021, to: 2024, library, topics: null, filter, items, areas: [view.area], gaps: [], words: 100 },
    { paper: 'letter' },
  );
}

/** Cells are read one behind the other only where the layout is not kept. */
const has = (pdf: Uint8Array, text: string): boolean =>
  readColumns(pdf).some((column) => findTokens(tokenise(column), tokenise(text)) !== -1);

function readColumns(pdf: Uint8Array): string[] {
  // The columns meet in the middle of the text: at 313 points of 612.
  const lines = readPages(pdf).flatMap((page) => page.split('\n'));
  return [lines.join('\n'), ...splitColumns(lines)];
}

function splitColumns(lines: readonly string[]): string[] {
  const cells = lines.map((line) => line.trim().split(/ {3,}/));
  return [cells.map(([left = '']) => left).join('\n'), cells.map((row) => row.at(-1) ?? '').join('\n')];
}

describe.skipIf(!hasPoppler)('a redline as PDF', () => {
  it('has both wordings, the sign of each change, and where what is gone was looked for', async () => {
    const pdf = await renderComparisonPdf(await compare(), { filter: ALL, paper: 'letter' });
    expect(has(pdf, OLD)).toBe(true);
    expect(has(pdf, NEW)).toBe(true);
    expect(has(pdf, GONE)).toBe(true);
    expect(has(pdf, FRESH)).toBe(true);
    const text = readPages(pdf).join('\n');
    expect(text).toMatch(/^ *± +Reworded/m);
    expect(text).toMatch(/^ *− +Removed/m);
    expect(text).toMatch(/^ *\+ +Added/m);
    expect(text).toContain('Absence of reporting is not evidence of absence.');
    expect(text).toMatch(/kept word for word: 2021\/vel#executive-summary:1 = 2024\/vel#executive-summary:1/);
    expect(has(pdf, KEPT)).toBe(false);
    expect(readInfo(pdf).get('Tagged')).toBe('yes');
    expect(readBookmarks(pdf)).toEqual(TOPICS);
  });
});

const TOPICS = [
  'Older report: Velmora, 2021',
  'Newer report: Velmora, 2024',
  'Summary',
  'Executive summary',
  'Torture, beating and ill-treatment',
  'Jails',
  'Women',
  'How to verify this document',
];

describe.skipIf(!hasPoppler)('a chart of removals as PDF', () => {
  it('quotes and cites both sides by topic', async () => {
    const pdf = await chart(await compare());
    const text = readPages(pdf).join('\n');
    expect(has(pdf, `“${GONE}” 2021/vel#1.c/jails:1, Jails`)).toBe(true);
    expect(has(pdf, `“${NEW}” 2024/vel#3:1, Section 3. Security`)).toBe(true);
    expect(text).toContain('Looked for in all 4 passages');
    expect(text).toContain('Cite as: US Department of State');
    expect(text).toContain('/removed/vel/2021/2024');
    expect(readInfo(pdf).get('Title')).toBe('Velmora: removed between 2021 and 2024');
  });

  it('names what cannot be compared', async () => {
    const { library } = await compare();
    const gap = { edition: 2024, area: 'bel', choice: null, reason: 'not-published' } as const;
    const items = [{ kind: 'gap', gap, text: 'No report on The Belcays was published.' }] as const;
    const filter = { only: ['removed'] as const, all: false };
    const pdf = await renderRemovalsPdf(
      { from: 2021, to: 2024, library, topics: null, filter, items, areas: [], gaps: [gap], words: 0 },
      { paper: 'a4' },
    );
    expect(readPages(pdf).join('\n')).toContain('No report on The Belcays was published.');
  });
});
