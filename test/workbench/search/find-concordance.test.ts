import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConcordanceLine } from '../../../src/domain/concordance.ts';
import type { SearchRequest } from '../../../src/workbench/search/search-request.ts';
import { openSampleLibrary } from '../../store/sample-library.ts';
import { ask, readAll } from './scan-sample.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeAll(async () => {
  library = await openSampleLibrary();
});
afterAll(() => library.remove());

const parse = (q: string, order = 'oldest'): Promise<SearchRequest> =>
  library.workbench.parseSearch(ask(q, { order: [order] }));

async function allLines(q: string, sort: 'place' | 'left' | 'right' = 'place'): Promise<ConcordanceLine[]> {
  const lines: ConcordanceLine[] = [];
  for await (const item of library.workbench.streamLines(await parse(q), sort)) {
    if (item.kind === 'line') lines.push(item.line);
  }
  return lines;
}

describe('matches in their context', () => {
  test('there is a line for each word that a scan of the texts finds', async () => {
    const reports = await readAll(library.workbench);
    const scanned = reports.flatMap(({ passages }) =>
      passages.flatMap(({ text }) => [...text.matchAll(/\bprisons?\b/gi)].map(([word]) => word)),
    );
    const lines = await allLines('"prison" OR "prisons"');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.map(({ match }) => match).sort()).toEqual(scanned.sort());
  });

  test('a line is a stretch of its passage', async () => {
    const reports = await readAll(library.workbench);
    for (const { report, section, number, left, match, right } of await allLines('"the court"')) {
      const whole = reports.find(({ edition, area }) => edition === report.edition && area === report.area);
      const passage = whole?.passages.find((one) => one.section === section && one.number === number);
      expect(passage?.text).toContain(left + match + right);
      expect(match.toLowerCase()).toBe('the court');
    }
  });

  test('pages laid end to end are all lines, in every order', async () => {
    for (const sort of ['place', 'left', 'right'] as const) {
      const request = await parse('the');
      const paged: ConcordanceLine[] = [];
      let cursor: string | null = null;
      do {
        const page = await library.workbench.findConcordance(request, { sort, cursor, size: 37 });
        expect(page.first).toBe(paged.length + 1);
        paged.push(...page.lines);
        cursor = page.next;
      } while (cursor !== null);
      expect(paged).toEqual(await allLines('the', sort));
    }
  });

  test('headings and filters alone have no lines to show', async () => {
    const page = { sort: 'place', cursor: null, size: 10 } as const;
    const answer = await library.workbench.findConcordance(await parse('heading:prison'), page);
    expect(answer.passages).toBeGreaterThan(0);
    expect(answer.lines).toEqual([]);
    await expect(library.workbench.findConcordance(await parse('year:2023'), page)).rejects.toMatchObject({
      kind: 'invalid-input',
    });
  });

  test('a cursor of another place is refused, in words', async () => {
    const page = { sort: 'place', cursor: 'nonsense', size: 10 } as const;
    await expect(library.workbench.findConcordance(await parse('prison'), page)).rejects.toMatchObject({
      kind: 'invalid-input',
      message: 'This address leads to no page of lines.',
    });
  });
});
