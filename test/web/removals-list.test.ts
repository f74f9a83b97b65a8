import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaId } from '../../src/domain/area.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { assembleWorkbench } from '../../src/workbench/open-workbench.ts';
import { GONE, NEWER_OUTLINE, OLDER_OUTLINE } from '../workbench/compare/small-editions.ts';
import { makeReport, openSmallLibrary } from '../workbench/small-library.ts';
import { mainText, makeSite, openSampleSite, type TestSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const ABSENCE = 'Absence of reporting is not evidence of absence.';
const TWELVE = ['ago', 'ben', 'bwa', 'bdi', 'cmr', 'caf', 'tcd', 'com', 'dji', 'gab', 'gmb', 'gha'];

/** Invented texts under real areas, two editions of each. */
async function openManyAreas(areas: readonly AreaId[]): Promise<TestSite> {
  const reports = [makeReport(2021, 'vel', OLDER_OUTLINE), makeReport(2024, 'vel', NEWER_OUTLINE)].flatMap(
    (report) =>
      areas.map((area) => {
        const sha256 = createHash('sha256').update(`${report.edition}/${area}`).digest('hex');
        return { ...report, area, provenance: { ...report.provenance, sha256 } };
      }),
  );
  const store = await openSmallLibrary(reports);
  return makeSite(assembleWorkbench(loadCatalog(), store, () => ({ release() {} })));
}

describe('what was removed, in several areas', () => {
  test('stands area by area, each with both reports, its table and the way to its own chart', async () => {
    const { status, text: html } = await site.read('/removed?from=2022&to=2024&areas=zza,zzc');
    expect(status).toBe(200);
    const text = mainText(html);
    expect(text).toContain('2 countries and areas compared');
    expect(text).toContain(ABSENCE);
    expect([...html.matchAll(/<h2 id="area-([a-z]+)"/g)].map(([, id]) => id)).toEqual(['zza', 'zzc']);
    expect(html).toContain('href="/removed/zza/2022/2024"');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const one = JSON.parse((await site.read('/removed.json?from=2022&to=2024&areas=zza,zzc')).text) as {
      areas: { pairs: { left: { text: string } }[] }[];
    };
    expect(one.areas).toHaveLength(2);
    for (const { pairs } of one.areas)
      for (const { left } of pairs)
        for (const line of left.text.split('\n')) expect(text).toContain(line.replace(/\s+/g, ' ').trim());
  });

  test('narrowed to a topic, with what was reworded, keeps both in every link', async () => {
    const { text } = await site.read('/removed?from=2022&to=2024&areas=zza&topics=women&only=removed,edited');
    expect(mainText(text)).toContain('Only Women');
    expect(text).toContain('href="/removed/zza/2022/2024?only=removed,edited&amp;topics=women"');
    expect(text).toContain('href="/removed.md?from=2022&amp;to=2024&amp;areas=zza&amp;topics=women');
    expect(text).toMatch(/<option value="women" selected/);
  });

  test('a report that is not there is a gap with its reason, on the page and in every file', async () => {
    const query = 'from=2022&to=2024&areas=mli,zza';
    const says = 'The 2022 report on Mali was published, but this library does not hold it.';
    expect(mainText((await site.read(`/removed?${query}`)).text)).toContain('2022, 2024: Mali');
    for (const ending of ['json', 'csv', 'md', 'txt']) {
      const { text } = await site.read(`/removed.${ending}?${query}`);
      expect(text, ending).toContain(says);
      expect(text, ending).toContain(ABSENCE);
    }
    const none = await site.read('/removed?from=2022&to=2024&areas=mli');
    expect(mainText(none.text)).toContain('Nothing could be compared');
    expect(mainText(none.text)).toContain(ABSENCE);
    expect((await site.read('/removed.csv?from=2022&to=2024&areas=mli')).text).toContain(ABSENCE);
  });

  test('without areas it is about all, some a page; files have all of them', async () => {
    const many = await openManyAreas(TWELVE);
    const first = await many.read('/removed?from=2021&to=2024');
    const second = await many.read('/removed?from=2021&to=2024&page=2');
    const shown = [first, second].map(({ text }) =>
      [...text.matchAll(/<h2 id="area-([a-z]+)"/g)].map(([, id]) => id),
    );
    expect(shown.map(({ length }) => length)).toEqual([10, 2]);
    expect(new Set(shown.flat())).toEqual(new Set(TWELVE));
    expect(mainText(second.text)).toContain('Page 2 of 2');
    expect(first.text).toContain('href="/removed?from=2021&amp;to=2024&amp;page=2"');
    for (const { text } of [first, second]) expect(text).toContain(GONE);
    const csv = (await many.read('/removed.csv?from=2021&to=2024&areas=africa')).text;
    for (const area of TWELVE) expect(csv).toContain(`2021/${area}#1.c/jails:1`);
    expect((await many.read('/removed?from=2021&to=2024&page=3')).status).toBe(404);
    expect(many.faults).toEqual([]);
  });

  test('however it is written, it has one address', async () => {
    const { status, headers } = await site.get(
      '/removed?to=2022&from=2024&areas=Velmora&topics=&only=removed&page=1',
    );
    expect([status, headers.get('Location')]).toEqual([302, '/removed?from=2022&to=2024&areas=zza']);
  });

  test('two editions that are one have nothing removed', async () => {
    const { text } = await site.read('/removed?from=2024&to=2024&areas=zza');
    expect(mainText(text)).toContain('Nothing was removed.');
  });
});

describe('the way in', () => {
  test('is a form, filled in by a link, reached from the comparisons', async () => {
    const { status, text } = await site.read('/removed?areas=zza&topics=women');
    expect(status).toBe(200);
    expect(text).toContain('value="zza"');
    expect(text).toMatch(/<option value="women" selected/);
    expect((await site.read('/compare')).text).toContain('href="/removed"');
    expect((await site.read('/removed/zza/2022/2024?topics=women')).text).toContain(
      'href="/removed?from=2022&amp;to=2024&amp;areas=zza&amp;topics=women"',
    );
  });

  test('says everything that is to be mended at once', async () => {
    const query = 'from=2031&to=now&areas=velmura&topics=prisn&only=same&page=x';
    const { status, text } = await site.read(`/removed?${query}`);
    expect(status).toBe(400);
    for (const says of [
      'There is no edition 2031',
      '“now” is no edition',
      'No area or region is called “velmura”',
      'There is no topic “prisn”',
      'Here it is removed, or removed,edited.',
      'Write the number of a page',
    ])
      expect(mainText(text)).toContain(says);
    const data = await site.read(`/removed.csv?${query}`);
    expect([data.status, data.type]).toEqual([400, 'application/problem+json']);
    expect((await site.read('/removed.html?from=2022&to=2024')).status).toBe(404);
    expect((await site.read('/removed.json')).status).toBe(400);
  });
});
