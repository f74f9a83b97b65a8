import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
  await site.workbench.corrections.save({
    wishes: [{ kind: 'pair', one: '2023/zza#executive-summary:1', other: '2024/zza#executive-summary:1' }],
    by: 'Ada Quill',
    note: '',
    at: '2026-01-02T03:04:05Z',
  });
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const CHOICE = 'years=2022-2024&sections=executive-summary&areas=zza,zzb';

const PAIR_COLUMNS =
  'area,topic,change,moved,shape,score,left,left_heading,left_text,right,right_heading,right_text,left_words,right_words,words_kept,nearest,nearest_score,nearest_text,topics_with_text,topics_without_text,left_version,right_version,corrected,note';

const CORRECTION_COLUMNS =
  'id,kind,left,right,by,at,note,state,reason,withdrawn_by,withdrawn_at,left_now,right_now,left_digest,left_copy,right_digest,right_copy';

const WIDE_COLUMNS =
  'from,to,area,area_name,region,state,topic,topic_label,older_passages,older_words,kept_words,gone_words,same_passages,same_words,reworded_passages,reworded_words,moved_passages,moved_words,removed_passages,removed_words,newer_passages,newer_words,new_words,added_passages,added_words,older_version,newer_version,topics_asked,library,algorithm,note';

/** Address without and behind the question mark, what the page says, the columns of its table. */
const PAGES = [
  ['/areas', '', 'Quendary', 'area,name,slug,region,kind,parent,held,published'],
  ['/areas/quendary', '', 'as Upper Quendal', 'edition,area,area_name,state,words,findings,versions,address'],
  [
    '/editions',
    '',
    'Editions',
    'edition,title,release_date,covers_events_of,held,published_not_held,official_address',
  ],
  [
    '/editions/2024',
    '',
    'Sant’Orlo',
    'edition,area,area_name,version,words,passages,captured_at,official_address,sha256',
  ],
  ['/coverage', '', 'published, not held', 'edition,area,area_name,region,state,words,findings,versions'],
  [
    '/coverage',
    '?region=sample',
    'Invented (sample editions): 3 countries and areas',
    'edition,area,area_name,region,state,words,findings,versions',
  ],
  ['/topics', '', 'Prison and detention conditions', 'topic,label,group,broader,kind,description'],
  ['/topics/women', '', 'In how many reports', 'topic,edition,heading,above,kind,relation,reason,reports'],
  ['/sources', '', 'Where the texts come from', 'rule,reason'],
  [
    '/2023/zzb',
    '',
    'Quendary, 2023',
    'edition,area,area_name,section,heading,passage,label,text,topics,address,version',
  ],
  [
    '/search',
    '?q=prison&years=2023',
    'passages in',
    'edition,area,area_name,section,heading,passage,label,text,topics,address,version',
  ],
  [
    '/report',
    `?${CHOICE}`,
    'Executive summary: Velmora; Quendary, 2022–2024',
    'edition,area,area_name,section,heading,passage,label,text,topics,address,version',
  ],
  [
    '/side-by-side',
    '?years=2023&sections=women&areas=zza,zzb,mli',
    'Velmora, Quendary and Mali',
    'edition,area,area_name,section,heading,passage,label,text,topics,address,version',
  ],
  ['/compare/zza/2023/2024', '', 'Velmora: 2023 and 2024 compared', PAIR_COLUMNS],
  ['/compare/zza/2022/2023', '?only=removed,edited&topics=women', 'Only Women', PAIR_COLUMNS],
  ['/corrections', '', 'Ada Quill', CORRECTION_COLUMNS],
  ['/compare/zza/2023/2024/corrections', '', 'Velmora, 2023 and 2024: corrections', CORRECTION_COLUMNS],
  ['/compare/all/2023/2024', '', '2023 and 2024, all countries and areas', WIDE_COLUMNS],
  ['/compare/all/2022/2024', '?topics=women&measure=gone&sort=-share', 'areas: Women', WIDE_COLUMNS],
  ['/compare/zza', '', 'Velmora, edition by edition', WIDE_COLUMNS],
  ['/removed/zza/2022/2024', '', 'Velmora: removed between 2022 and 2024', PAIR_COLUMNS],
  ['/removed', '?from=2022&to=2024&areas=zza,zzb', 'Removed between 2022 and 2024', PAIR_COLUMNS],
  [
    '/2023/zza/executive-summary:1/history',
    '',
    'Velmora: a passage through the editions',
    'edition,area,area_name,address,heading,change,moved,score,words_kept,words_removed,words_added,says,also_from,also_into,text,words,digest,version,official_address,captured_at,sha256,note',
  ],
  [
    '/areas/velmora/last-reported',
    '',
    'Velmora: last reported',
    'last_edition,area,topic,address,heading,first_edition,words,text,looked_for_in,version,official_address,note',
  ],
] as const;

describe.each(PAGES)('%s%s', (path, query, says, columns) => {
  test('is a page with one heading above all others', async () => {
    const { status, type, text } = await site.read(path + query);
    expect([status, type]).toEqual([200, 'text/html']);
    expect(text).toContain(says);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    expect(text).toMatch(/<title>[^<]+ – Variorum<\/title>/);
    expect(text).toContain('Variorum is not a government site.');
    expect(text).toContain('Invented samples.');
  });

  test('gives its data as JSON', async () => {
    const { status, type, text } = await site.read(`${path}.json${query}`);
    expect([status, type]).toEqual([200, 'application/json']);
    expect(Object.keys(JSON.parse(text)).length).toBeGreaterThan(0);
  });

  test('gives its table as CSV', async () => {
    const { status, type, text } = await site.read(`${path}.csv${query}`);
    expect([status, type]).toEqual([200, 'text/csv']);
    const [head, first] = text.replace(/^\uFEFF/, '').split('\r\n');
    expect(head).toBe(columns);
    expect(first).not.toBe('');
  });

  test('gives its matter as Markdown', async () => {
    const { status, type, text } = await site.read(`${path}.md${query}`);
    expect([status, type]).toEqual([200, 'text/markdown']);
    expect(text).toMatch(/^# /m);
  });

  test('answers a HEAD as it answers a GET, without the text', async () => {
    for (const address of [path + query, `${path}.csv${query}`]) {
      const whole = await site.get(address);
      const head = await site.app.request(address, { method: 'HEAD' });
      expect([head.status, await head.text()]).toEqual([200, '']);
      expect(head.headers.get('Content-Type')).toBe(whole.headers.get('Content-Type'));
      await whole.body?.cancel();
    }
  });
});

describe('the data says the same as the page', () => {
  test('the coverage of one region counts that region alone', async () => {
    const whole = JSON.parse((await site.read('/coverage.json')).text);
    const { areas, totals } = JSON.parse((await site.read('/coverage.json?region=sample')).text);
    expect(whole.areas.length).toBeGreaterThan(200);
    expect(areas.map(({ area }: { area: string }) => area).sort()).toEqual(['zza', 'zzb', 'zzc']);
    expect(totals.find(({ edition }: { edition: number }) => edition === 2023).counts).toEqual({
      held: 3,
      'published-not-held': 0,
      'not-published': 0,
    });
  });

  test('an area has the same number of words in the table and in the report', async () => {
    const { reports } = JSON.parse((await site.read('/areas/quendary.json')).text);
    const { report } = JSON.parse((await site.read('/2023/zzb.json')).text);
    const row = reports.find(({ edition }: { edition: number }) => edition === 2023);
    expect(row.words).toBe(report.passageWords);
    expect((await site.read('/areas/quendary')).text).toContain(`>${report.passageWords}</td>`);
  });

  test('the page of every kind links its three forms of data', async () => {
    for (const [path, query] of PAGES) {
      const { text } = await site.read(path + query);
      for (const ending of ['json', 'csv', 'md']) {
        expect(text, path).toContain(`href="${path}.${ending}${query.replaceAll('&', '&amp;')}"`);
      }
    }
  });
});

describe('other names lead to the one address', () => {
  test.each([
    ['/2023', 301, '/editions/2023'],
    ['/2022/upper-quendal', 301, '/2022/zzb'],
    ['/2022/Quendary.csv', 301, '/2022/zzb.csv'],
    ['/areas/zza', 301, '/areas/velmora'],
    ['/compare/velmora/2023/2024', 301, '/compare/zza/2023/2024'],
    ['/compare/Upper%20Quendal/2022/2023.json', 301, '/compare/zzb/2022/2023.json'],
    ['/compare/zza/2024/2022.csv?only=moved', 301, '/compare/zza/2022/2024.csv?only=moved'],
    [
      '/compare/zza/2022/2024?only=edited&only=removed&view=two&show=changes',
      301,
      '/compare/zza/2022/2024?only=removed,edited',
    ],
    ['/removed/velmora/2024/2022', 301, '/removed/zza/2022/2024'],
    ['/compare/all', 302, '/compare/all/2023/2024'],
    ['/compare/all?from=2024&to=2022&topics=women', 302, '/compare/all/2022/2024?topics=women'],
    ['/compare/all/2024/2022.csv?sort=area', 301, '/compare/all/2022/2024.csv'],
    ['/compare/all/2023/2024?topic=Women&measure=kept', 301, '/compare/all/2023/2024?topics=women'],
    ['/compare/Velmora.json', 301, '/compare/zza.json'],
    ['/compare?area=Velmora&from=2022&to=2023', 302, '/compare/zza/2022/2023'],
    ['/compare/zza/2023/2024/', 301, '/compare/zza/2023/2024'],
    ['/2023/velmora/1.c:1/history.csv', 301, '/2023/zza/1.c:1/history.csv'],
    ['/2023/zza/1.c:1/history/', 301, '/2023/zza/1.c:1/history'],
    ['/2023/zza/1.c:1', 301, '/2023/zza#1.c:1'],
    ['/areas/zza/last-reported.csv', 301, '/areas/velmora/last-reported.csv'],
    ['/areas/upper-quendal.json', 301, '/areas/quendary.json'],
    ['/areas?name=Upper+Quendal', 301, '/areas/quendary'],
    ['/areas/', 301, '/areas'],
    ['/topics/women/', 301, '/topics/women'],
    [
      '/report?years=2023&years=2022&sections=all&areas=Velmora&order=area',
      302,
      '/report?years=2022,2023&sections=all&areas=zza',
    ],
    ['/report?areas=swaziland&sections=1.C&years=2022', 302, '/report?years=2022&sections=1.c&areas=swz'],
  ])('%s → %i %s', async (asked, status, address) => {
    const response = await site.get(asked);
    expect([response.status, response.headers.get('Location')]).toEqual([status, address]);
  });

  test('a program that writes commas as %2C is not led in a circle', async () => {
    const { status } = await site.get('/report?years=2022%2C2023&sections=all&areas=zza');
    expect(status).toBe(200);
  });
});

describe('a report in two versions', () => {
  test('shows the newest, and each under an address of its own', async () => {
    const newest = await site.read('/2023/zza');
    expect(newest.text).toContain('Not much changed in Velmora');
    const { versions } = JSON.parse((await site.read('/2023/zza.json')).text);
    expect(versions).toHaveLength(2);
    const older = versions[1].version;
    const page = await site.read(`/2023/zza@${older}`);
    expect(page.text).toContain('Little changed in Velmora');
    expect(page.text).toContain('This is an older version of the text.');
    expect(page.text).toContain(`<link rel="canonical" href="http://localhost/2023/zza@${older}">`);
    expect((await site.read(`/2023/zza@${older}.csv`)).text).toContain('Little changed in Velmora');
    expect(newest.text).not.toContain('This is an older version');
  });
});

describe('what stands beside the pages', () => {
  test('styles and fonts are kept for ever, under an address that changes with them', async () => {
    const page = (await site.read('/')).text;
    const [address = ''] = /\/assets\/[0-9a-f]{12}\/variorum\.css/.exec(page) ?? [];
    const response = await site.get(address);
    expect(response.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    const [font = ''] = /source-serif-4-latin-wght-normal\.woff2/.exec(await response.text()) ?? [];
    const { status, type } = await site.read(address.replace('variorum.css', font));
    expect([status, type]).toEqual([200, 'font/woff2']);
  });

  test('the styles of another build are given, but not for ever', async () => {
    const response = await site.get('/assets/000000000000/variorum.css');
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-cache']);
  });

  test('nothing else of the disk can be had', async () => {
    for (const name of ['base.css', '..%2Fapp.tsx', '%2e%2e/package.json', 'builder.ts']) {
      expect((await site.get(`/assets/000000000000/${name}`)).status, name).toBe(404);
    }
  });

  test('an icon, and a word to robots', async () => {
    expect((await site.get('/favicon.ico')).headers.get('Location')).toMatch(/icon\.svg$/);
    for (const endless of ['/report', '/*/history'])
      expect((await site.read('/robots.txt')).text).toContain(`Disallow: ${endless}\n`);
  });
});
