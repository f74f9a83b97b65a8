import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QUERY_GUIDE, writeGuideManners, writeGuideTable } from '../../src/web/query-guide.ts';
import { readSearchParameters } from '../../src/web/search-state.ts';
import { openSampleLibrary } from '../store/sample-library.ts';

describe('the guide to searching', () => {
  let library: Awaited<ReturnType<typeof openSampleLibrary>>;
  beforeAll(async () => {
    library = await openSampleLibrary();
  });
  afterAll(() => library.remove());

  test.each(QUERY_GUIDE)(
    'has an example of $sign that finds something in the samples, as it was meant',
    async ({ example, sampleExample }) => {
      const { workbench } = library;
      const q = sampleExample ?? example;
      const request = await workbench.parseSearch(readSearchParameters(new URLSearchParams({ q })));
      const answer = await workbench.searchPassages(request, { cursor: null, size: 1 });
      expect(answer.passages).toBeGreaterThan(0);
      expect(answer.query.notes).toEqual([]);
    },
  );

  test('says the same in docs/guide/searching.md as on the page', () => {
    const text = readFileSync(new URL('../../docs/guide/searching.md', import.meta.url), 'utf8');
    expect(text).toContain(writeGuideTable());
    expect(text).toContain(writeGuideManners());
  });
});
