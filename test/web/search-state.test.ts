import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillFields, readSearchParameters, toggleArea, toggleYear } from '../../src/web/search-state.ts';
import { formatSearch, type SearchRequest } from '../../src/workbench/search/search-request.ts';
import { openSampleLibrary } from '../store/sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
beforeAll(async () => {
  library = await openSampleLibrary();
});
afterAll(() => library.remove());

const read = (query: string): Promise<SearchRequest> =>
  library.workbench.parseSearch(readSearchParameters(new URLSearchParams(query)));

/** What the form would send if nothing in it were changed. */
async function sendAgain(request: SearchRequest): Promise<string> {
  const { q, years, areas, topics, sections, order, spellings } = fillFields(
    request,
    library.workbench.catalog,
  );
  const form = { q, years, areas, topics, sections, order: order ?? '', spellings: spellings ?? '' };
  return formatSearch(await read(String(new URLSearchParams(form))));
}

describe('the fields of the search form', () => {
  test('mean the same again, in the words they show', async () => {
    for (const query of [
      'q=prison',
      'q="a+b"+OR+c*&years=2016-2019,2021&order=newest&spellings=off',
      'q=&areas=mli,civ,zzc,africa&topics=women,prison-conditions&sections=1.c,6/women,executive-summary',
    ]) {
      expect(await sendAgain(await read(query))).toBe(formatSearch(await read(query)));
    }
  });

  test('mean the same again for every country, region and topic there is', async () => {
    const { areas, regions, topics } = library.workbench.catalog;
    const usual = await read('q=prison');
    for (const { id } of areas) {
      const request: SearchRequest = { ...usual, areas: [{ kind: 'area', area: id }] };
      expect(await sendAgain(request)).toBe(formatSearch(request));
    }
    for (const { id } of regions) {
      const request: SearchRequest = { ...usual, areas: [{ kind: 'region', region: id }] };
      expect(await sendAgain(request)).toBe(formatSearch(request));
    }
    for (const { id } of topics) {
      const request: SearchRequest = { ...usual, topics: [id] };
      expect(await sendAgain(request)).toBe(formatSearch(request));
    }
  });
});

describe('a press on a filter', () => {
  const press = async (query: string, area: string): Promise<string> => {
    const { catalog } = library.workbench;
    const region = catalog.findRegion(area);
    const choice =
      region === null ? ({ kind: 'area', area } as const) : ({ kind: 'region', region: region.id } as const);
    return formatSearch(toggleArea(await read(query), choice, catalog)).replace('q=a&', '');
  };

  test('on a country adds it, and takes it off again', async () => {
    expect(await press('q=a&areas=mli', 'ken')).toBe('areas=mli,ken');
    expect(await press('q=a&areas=mli,ken', 'mli')).toBe('areas=ken');
  });

  test('on a country narrows the region it lies in, and no other', async () => {
    expect(await press('q=a&areas=africa', 'mli')).toBe('areas=mli');
    expect(await press('q=a&areas=africa', 'fra')).toBe('areas=africa,fra');
  });

  test('on a region takes in its countries', async () => {
    expect(await press('q=a&areas=mli,fra', 'africa')).toBe('areas=fra,africa');
  });

  test('on a year keeps the years in order', async () => {
    const request = await read('q=a&years=2019,2021');
    expect(toggleYear(request, 2018).years).toEqual([2018, 2019, 2021]);
    expect(toggleYear(request, 2019).years).toEqual([2021]);
  });
});
