import { expect, it } from 'vitest';
import { renderJson } from '../../src/export/render-json.ts';
import { collect, makeExcerpt, makePublication } from './small-publication.ts';

it('is one object with the selection, the library, every report with its facts, and the gaps', async () => {
  const marks = [{ kind: 'strong' as const, start: 0, end: 4 }];
  const passages = [{ text: 'Pay: "less"\u2028.', label: 'Pay', topics: ['women'], marks }];
  const sections = [{ key: '6/women', printed: 'Women', passages }];
  const gap = { edition: 2019, area: 'vel', choice: null, reason: 'published-not-held' as const };
  const excerpts = [2020, 2021].map((year) => makeExcerpt(year, 'vel', sections));
  const pieces = await collect(renderJson(makePublication(excerpts, [gap])));
  expect(pieces).toHaveLength(4);
  const json = JSON.parse(pieces.join(''));
  expect(json).toMatchObject({
    selection: { years: [2020, 2021], order: 'area' },
    query: 'years=2020,2021&sections=all&areas=vel',
    library: { version: 'fedcba987654', reports: 12 },
    totals: { reports: 2, passages: 2, words: 6 },
    gaps: [gap],
    gapNotes: ['Published, but not held in this library: 2019: Velmora'],
  });
  expect(json.reports).toHaveLength(2);
  expect(json.reports[1]).toMatchObject({
    edition: 2021,
    area: 'vel',
    areaName: 'Velmora',
    version: '2021aaaaaaaa',
    coversEventsOf: 2021,
    bureau: 'Bureau of Democracy, Human Rights, and Labor',
    releaseDate: '2022-03-09',
    address: 'https://reports.example/2021/vel/',
    host: 'reports.example',
    capturedAt: '2025-08-14T09:12:33Z',
    sha256: 'b'.repeat(64),
    sample: false,
    notice: 'Unofficial copy prepared from the official publication at the address above; not certified.',
  });
  expect(json.reports[1].sections).toEqual([
    {
      key: '6/women',
      label: null,
      heading: 'Women',
      printed: 'Women',
      depth: 1,
      topics: [],
      context: false,
      passages: [
        {
          address: '2021/vel#6/women:1',
          number: 1,
          kind: 'paragraph',
          label: 'Pay',
          text: 'Pay: "less"\u2028.',
          marks,
          topics: ['women'],
          digest: '0123456789abcdef',
        },
      ],
    },
  ]);
});

it('is valid without reports', async () => {
  const years = { years: [2021], areas: [{ kind: 'area' as const, area: 'vel' }] };
  const json = JSON.parse((await collect(renderJson(makePublication([], [], years)))).join(''));
  expect(json).toMatchObject({ reports: [], gaps: [] });
});

it('says nothing of the machine: no path, no revision', async () => {
  const text = (await collect(renderJson(makePublication([makeExcerpt(2021, 'vel', [])])))).join('');
  expect(text).not.toContain('pages/vel.html');
  expect(text).not.toContain('revision');
});

it('an invented report has no bureau and no release', async () => {
  const json = JSON.parse(
    (await collect(renderJson(makePublication([makeExcerpt(2021, 'zzs', [])])))).join(''),
  );
  expect(json.reports[0]).toMatchObject({ sample: true, bureau: null, releaseDate: null });
});
