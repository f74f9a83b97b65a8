import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainText, openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const ASKED = 'years=2023&sections=executive-summary&areas=zza,zzb';
const ABSENCE = 'Absence of reporting is not evidence of absence.';

/** What stands in each column: its heading, and all of it. */
function listColumns(html: string): { heading: string; text: string; html: string }[] {
  return [...html.matchAll(/<article class="side-column[\s\S]*?<\/article>/g)].map(([column]) => {
    const text = mainText(`<main>${column}</main>`);
    return { heading: mainText(`<main>${/<h2[\s\S]*?<\/h2>/.exec(column)?.[0]}</main>`), text, html: column };
  });
}

describe('areas side by side', () => {
  test('stand in the order asked for, each with its edition, its counts and its passages', async () => {
    const { status, text } = await site.read(`/side-by-side?${ASKED}`);
    expect(status).toBe(200);
    const columns = listColumns(text);
    expect(columns.map(({ heading }) => heading)).toEqual(['Velmora, 2023', 'Quendary, 2023']);
    const report = JSON.parse((await site.read('/report.json?' + ASKED)).text) as {
      reports: { sections: { passages: { text: string; address: string }[] }[] }[];
    };
    report.reports.forEach(({ sections }, i) => {
      const passages = sections.flatMap((section) => section.passages);
      expect(columns[i]?.text).toMatch(new RegExp(`${passages.length} passages?, \\d+ words`));
      for (const one of passages) {
        expect(columns[i]?.text).toContain(one.text);
        expect(columns[i]?.text).toContain(one.address);
      }
    });
    expect(text).not.toContain(ABSENCE);
    const turned = await site.read('/side-by-side?years=2023&sections=executive-summary&areas=zzb,zza');
    expect(listColumns(turned.text).map(({ heading }) => heading)).toEqual([
      'Quendary, 2023',
      'Velmora, 2023',
    ]);
  });

  test('each passage leads to its place in the version of the report it was taken from', async () => {
    const { text } = await site.read(`/side-by-side?${ASKED}`);
    const [, address = ''] = /class="age" href="([^"]+)"/.exec(text) ?? [];
    expect(address).toMatch(/^\/2023\/zza@[0-9a-f]{12}#executive-summary:1$/);
    const [page = '', id = ''] = address.split('#');
    expect((await site.read(page)).text).toContain(`id="${id}"`);
  });

  test('a report that is not there, or has nothing on it, has a column with the reason', async () => {
    const { text } = await site.read('/side-by-side?years=2022&sections=1.c&areas=zza,mli,zzb');
    const columns = listColumns(text);
    expect(columns).toHaveLength(3);
    expect(columns[1]?.text).toContain('was published, but this library does not hold it');
    expect(mainText(text)).toContain(ABSENCE);
    const lacking = await site.read('/side-by-side?years=2024&sections=prison-conditions&areas=zza,zzc');
    const gap = listColumns(lacking.text).find(({ text: said }) => said.includes('heading for'));
    expect(gap?.text).toContain('Read the whole report');
  });

  test('however it is written, it has one address', async () => {
    const written = await site.get(
      '/side-by-side?years=2023&sections=Executive+Summary&areas=Velmora&areas=&areas=quendary&areas=',
    );
    expect([written.status, written.headers.get('Location')]).toEqual([302, `/side-by-side?${ASKED}`]);
    expect((await site.get(`/side-by-side?${ASKED.replaceAll(',', '%2C')}`)).status).toBe(200);
  });

  test('as a file it is the custom report of the same selection', async () => {
    for (const ending of ['json', 'csv', 'md', 'txt', 'html']) {
      const one = await site.read(`/side-by-side.${ending}?${ASKED}`);
      expect(one.status).toBe(200);
      expect(one.text).toBe((await site.read(`/report.${ending}?${ASKED}`)).text);
    }
    const pdf = await site.read(`/side-by-side.pdf?${ASKED}`);
    expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf']);
    expect((await site.read(`/side-by-side.rtf?${ASKED}`)).status).toBe(404);
  });

  test('the custom report of a few areas leads there and back', async () => {
    expect((await site.read(`/report?${ASKED}`)).text).toContain(
      `href="/side-by-side?${ASKED.replaceAll('&', '&amp;')}"`,
    );
    expect((await site.read(`/side-by-side?${ASKED}`)).text).toContain(
      `href="/report?${ASKED.replaceAll('&', '&amp;')}"`,
    );
    for (const query of [
      ASKED.replace('2023', '2022-2023'),
      ASKED.replace('zza,zzb', 'zza'),
      ASKED.replace('zza,zzb', 'sample'),
      ASKED.replace('executive-summary', 'all'),
    ])
      expect((await site.read(`/report?${query}`)).text).not.toContain('/side-by-side?');
  });
});

describe('the start page', () => {
  test('takes what a link fills in, and finds nothing wrong with what is not asked yet', async () => {
    const { status, text } = await site.read('/side-by-side?sections=women');
    expect(status).toBe(200);
    expect(text).toMatch(/<option value="women" selected/);
    expect(text).not.toContain('to be mended');
    expect((await site.read('/side-by-side?areas=zza&years=2023')).text).toContain('value="Velmora"');
  });

  test.each([
    ['/topics/women', '/side-by-side?sections=women'],
    ['/areas/velmora', '/side-by-side?areas=zza'],
    ['/2023/zza', '/side-by-side?years=2023&amp;areas=zza'],
    ['/compare', '/side-by-side'],
  ])('%s leads there', async (page, address) => {
    expect((await site.read(page)).text).toContain(`href="${address}"`);
    expect((await site.read(address.replace('&amp;', '&'))).status).toBe(200);
  });
});

describe('what cannot be laid side by side is told, all of it at once', () => {
  test.each([
    ['years=2023&sections=women&areas=', ['Nothing is given; give up to 4 names or ISO codes such as mli.']],
    ['years=2023&sections=women&areas=zza,Velmora', ['Velmora is named more than once; name it once.']],
    ['years=2023&sections=women&areas=zza,zzb,zzc,mli,ner', ['5 are too many; name up to 4.']],
    ['years=2023&sections=women&areas=all', ['all are too many; name up to 4 countries or areas.']],
    ['years=2023&sections=all&areas=zza', ['All sections are too many; name one.']],
    ['years=2022-2023&sections=women&areas=zza', ['2022, 2023 are 2 editions']],
    [
      'years=2031&sections=9.z&areas=velmura,sample&areas=zza,zza',
      [
        'There is no edition 2031',
        'No edition has “9.z”',
        'No area or region is called “velmura”',
        'is a region',
        'Velmora is named more than once',
      ],
    ],
  ])('%s', async (query, says) => {
    const { status, text } = await site.read(`/side-by-side?${query}`);
    expect(status).toBe(400);
    const shown = mainText(text);
    for (const line of says) expect(shown.toLowerCase()).toContain(line.toLowerCase());
    for (const [, id] of text.matchAll(/<a href="#(side-[a-z]+)"/g)) expect(text).toContain(`id="${id}"`);
    const data = await site.read(`/side-by-side.json?${query}`);
    expect([data.status, data.type]).toEqual([400, 'application/problem+json']);
    expect(JSON.parse(data.text).errors).toHaveLength(says.length);
  });
});
