import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sumCounts } from '../../src/domain/change-counts.ts';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listCorpusPages } from './pages.ts';

const SLUGS = ['mali', 'burundi', 'norway', 'cuba', 'egypt'];
const EDITIONS = [2022, 2023, 2024];

describe.skipIf(corpusFolder === null)('some areas of the real editions, imported', () => {
  it('have in the wide view the sums of their comparisons one by one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'variorum-wide-'));
    const workbench = await openWorkbench({ library: folder, readonly: false });
    onTestFinished(async () => {
      await workbench.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const wanted = EDITIONS.flatMap((edition) => SLUGS.map((slug) => join(String(edition), `${slug}.html`)));
    const paths = listCorpusPages()
      .filter((path) => wanted.includes(path))
      .map((path) => join(corpusFolder ?? '', path));
    expect(paths.length).toBeGreaterThan(9);
    for await (const event of workbench.importPages({ paths, workers: 0 })) {
      if (event.kind === 'refused') throw new Error(`${event.path}: ${event.reason}`);
    }
    for (const [from, to] of [
      [2022, 2023],
      [2023, 2024],
      [2022, 2024],
    ] as const) {
      for (const topics of [[], ['women'], ['prison-conditions']]) {
        const answer = await workbench.getWideView({ kind: 'areas', from, to, topics }, { longest: null });
        if (answer.kind === 'coming') throw new Error('It should be there.');
        const { rows, total } = answer.view;
        const singles = await Promise.all(
          rows.map(async ({ area }) =>
            workbench.narrowComparison(await workbench.compareReports({ area: area.id, from, to }), topics),
          ),
        );
        expect(rows.length).toBeGreaterThan(2);
        expect(rows.map(({ counts }) => counts)).toEqual(singles.map(({ counts }) => counts));
        expect(total).toEqual(sumCounts(singles.map(({ counts }) => counts)));
      }
    }
  });
});
