import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHostileQueries } from '../../../bench/search/hostile-queries.mjs';
import { Problem } from '../../../src/domain/problem.ts';
import { HIT_ORDERS } from '../../../src/search/order-hits.ts';
import type { SearchAnswer } from '../../../src/workbench/search/search-passages.ts';
import { formatSearch, type SearchParameters } from '../../../src/workbench/search/search-request.ts';
import { BATTERY } from '../../search/battery.ts';
import { countByScan, countBySearch, label, readExpected } from '../../search/run-battery.ts';
import { openSampleLibrary } from '../../store/sample-library.ts';
import { readAll } from './scan-sample.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeAll(async () => {
  library = await openSampleLibrary();
});
afterAll(() => library.remove());

/** A search by its query string: `q=prison&years=2022`. */
async function search(address: string, cursor: string | null = null, size = 20): Promise<SearchAnswer> {
  const { workbench } = library;
  const request = await workbench.parseSearch(readAddress(address));
  return workbench.searchPassages(request, { cursor, size });
}

function readAddress(address: string): SearchParameters {
  const parameters = new URLSearchParams(address);
  const all = (name: string): string[] => parameters.getAll(name);
  return {
    q: all('q'),
    years: all('years'),
    areas: all('areas'),
    topics: all('topics'),
    sections: all('sections'),
    order: all('order'),
    spellings: all('spellings'),
  };
}

const hitName = ({ report, passage }: SearchAnswer['hits'][number]): string =>
  `${report.edition}/${report.area}#${passage.section}:${passage.number}`;

describe('a search of the samples', () => {
  it('finds what a plain walk over the passages finds, as often as was reviewed', async () => {
    const found = label(await countBySearch(library.workbench));
    expect(found).toEqual(label(await countByScan(library.workbench)));
    expect(found).toEqual(label(readExpected('sample')));
    expect(BATTERY.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['years=2022', 'year:2022'],
    ['years=2022-2023', 'year:2022-2023'],
    ['areas=velmora', 'area:zza'],
    ['areas=zza,zzc', '(area:zza OR area:zzc)'],
    ['topics=prison-conditions', 'topic:prison-conditions'],
    ['sections=1.c', 'section:1.c'],
    ['years=2022&areas=zzb&sections=1', 'year:2022 area:zzb section:1'],
  ])('finds the same by a filter beside the words and among them: %s', async (beside, among) => {
    for (const words of ['', 'the', 'prison OR soldiers']) {
      const one = await search(`q=${words}&${beside}&order=oldest`, null, 100);
      const other = await search(`q=${encodeURIComponent(`(${words}) ${among}`)}&order=oldest`, null, 100);
      expect(one.hits.map(hitName)).toEqual(other.hits.map(hitName));
      expect([one.passages, one.reports]).toEqual([other.passages, other.reports]);
      if (!among.includes('OR') || words === '')
        expect(one.denominator.passages).toBe((await search(`q=&${beside}`)).passages);
    }
  });

  it('counts in each facet what choosing it would give', async () => {
    for (const address of [
      'q=prison',
      'q=the',
      'q=',
      'q=women&years=2022,2024&areas=zza',
      'q=law&topics=torture&sections=1',
    ]) {
      const { facets } = await search(address);
      const chosen = async (name: string, value: string | number): Promise<number> => {
        const parameters = new URLSearchParams(address);
        parameters.set(name, String(value));
        return (await search(parameters.toString())).passages;
      };
      const all = [
        ...facets.editions.map((one) => ({ name: 'years', ...one })),
        ...facets.areas.map((one) => ({ name: 'areas', ...one })),
        ...facets.regions.map((one) => ({ name: 'areas', ...one })),
        ...facets.topics.map((one) => ({ name: 'topics', ...one })),
      ];
      expect(all.length).toBeGreaterThan(0);
      for (const { name, value, passages } of all)
        expect(await chosen(name, value), `${address}, ${name}=${value}`).toBe(passages);
    }
  });

  it('says where nothing is found what each relief would give, and following it gives that', async () => {
    const addresses = [
      'q=soldiers barracks wool',
      'q=prison xylophone women',
      'q=prison area:zzc year:2024 soldiers',
      'q=soldiers&years=2023&areas=zzc&topics=torture',
      'q=(soldiers OR wardens) "shot two" -wool -men',
      'q=antisemitism barracks',
      'q=labor xylophone',
      'q=prison NEAR/2 largest florins',
      'q=-the NOT prison soldiers&sections=1.c',
      'q=peat soldiers&years=2022&sections=7.b',
    ];
    let followed = 0;
    for (const address of addresses) {
      const { passages, reliefs } = await search(address);
      expect(passages, address).toBe(0);
      for (const relief of reliefs) {
        expect((await search(relief.query)).passages, `${address}: ${relief.label}, ${relief.query}`).toBe(
          relief.passages,
        );
        followed += 1;
      }
      const counts = reliefs.map((one) => one.passages);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
    expect(followed).toBeGreaterThan(9);
    expect((await search('q=prison')).reliefs).toEqual([]);
  });

  it('names every relief there is', async () => {
    const { reliefs } = await search('q=prison xylophone');
    expect(reliefs.map((one) => one.label)).toEqual(['without xylophone']);
    const filtered = await search('q=soldiers&years=2022&areas=zzc');
    expect(filtered.reliefs.map((one) => one.label)).toEqual(['in all countries and areas']);
  });

  it.each(HIT_ORDERS)('gives each hit once, page by page, forwards and backwards: %s', async (order) => {
    for (const [query, size] of [
      ['the', 7],
      ['', 100],
      ['prison OR soldiers', 1],
    ] as const) {
      const address = `q=${query}&order=${order}`;
      const pages: SearchAnswer[] = [await search(address, null, size)];
      for (let last = pages.at(-1); last?.next; last = pages.at(-1))
        pages.push(await search(address, last.next, size));
      const names = pages.flatMap(({ hits }) => hits.map(hitName));
      expect(names).toHaveLength(pages[0]?.passages ?? -1);
      expect(new Set(names).size).toBe(names.length);
      const streamed: string[] = [];
      const request = await library.workbench.parseSearch(readAddress(address));
      for await (const item of library.workbench.streamHits(request)) {
        if (item.kind === 'hit') streamed.push(hitName(item.hit));
      }
      expect(streamed).toEqual(names);
      for (const [i, { previous, first }] of pages.entries()) {
        expect(first).toBe(i * size + 1);
        if (i === 0) expect(previous).toBeNull();
        else expect((await search(address, previous, size)).hits).toEqual(pages[i - 1]?.hits);
      }
    }
  });

  it('puts a report’s passages from first to last where no words are searched', async () => {
    const { hits } = await search('q=&years=2024&areas=zza');
    expect(hits.map(({ passage }) => passage.order)).toEqual(hits.map((_, i) => i + 1));
  });

  it('names the words that it counted as forms of one, and none for words in quotation marks', async () => {
    const { query } = await search('q=tortured+"prison"+xylophone');
    const texts = (await readAll(library.workbench)).flatMap(({ passages }) =>
      passages.map(({ text }) => text),
    );
    const held = new Set(
      texts
        .join(' ')
        .toLowerCase()
        .match(/\btortur(?:es?|ed|ing|ers?)\b/g),
    );
    expect(held.size).toBeGreaterThan(0);
    expect(query.forms.map(({ word }) => word)).toEqual(['tortured', 'xylophone']);
    expect(new Set(query.forms[0]?.forms)).toEqual(held);
    expect(query.forms[1]?.forms).toEqual([]);
  });

  it('refuses a cursor that it never gave', async () => {
    for (const cursor of ['', 'x', 'AAAA', '../..', 'a'.repeat(100)])
      await expect(search('q=prison', cursor), cursor).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it('marks in every hit of a query of words why it is one', async () => {
    for (const query of [
      'prison',
      '"human rights"',
      'wardens OR soldiers',
      'prison NEAR/9 inmates',
      'pris*',
      'FGM OR antisemitism',
    ]) {
      for (const { passage, ranges } of (await search(`q=${query}`, null, 100)).hits) {
        expect(ranges.length, `${query}: ${passage.text}`).toBeGreaterThan(0);
        ranges.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(passage.text.length).toBeGreaterThanOrEqual(end);
        });
      }
    }
  });

  it('is the same when its address is read again', async () => {
    const addresses = [
      'q=a%26b=c%2Bd%25',
      'q=“prison” 😀 Türkiye&order=newest',
      'q=prison&years=2024,2022-2023&areas=velmora,zzc&topics=torture&sections=1.c,6/women&spellings=off&order=area',
      'q=&years=2022',
      'q=x&areas=all',
      'q=\uD800x',
    ];
    for (const address of addresses) {
      const request = await library.workbench.parseSearch(readAddress(address));
      const again = await library.workbench.parseSearch(readAddress(formatSearch(request)));
      expect(again, address).toEqual(request);
      expect(formatSearch(again)).toBe(formatSearch(request));
    }
  });

  it('answers whatever is typed, or says what is wrong with it', { timeout: 120_000 }, async () => {
    let answered = 0;
    for (const typed of makeHostileQueries(5_000, 2)) {
      try {
        const request = await library.workbench.parseSearch({ ...readAddress(''), q: [typed] });
        const answer = await library.workbench.searchPassages(request, { cursor: null, size: 5 });
        expect(answer.hits.length).toBe(Math.min(5, answer.passages));
        answered += 1;
      } catch (error) {
        if (!(error instanceof Problem)) throw new Error(`${JSON.stringify(typed)} ended in ${error}`);
        expect(error.kind).toBe('invalid-input');
        expect(error.details.length).toBeGreaterThan(0);
      }
    }
    expect(answered).toBeGreaterThan(2_000);
  });
});
