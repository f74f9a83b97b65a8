import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReport } from '../workbench/small-library.ts';
import { mainText, openSampleSite, openSmallSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const WOMEN = { key: '6/women', printed: 'Women', topic: 'women', texts: ['The harbor court sat twice.'] };
const SUMMARY = {
  key: 'executive-summary',
  printed: 'Executive Summary',
  topic: 'executive-summary',
  texts: ['Little changed.', 'The ferry strike went on.'],
};

describe('every report in a custom report', () => {
  test('states its edition, release, capture, version and official address', async () => {
    const reports = [makeReport(2020, 'vel', [SUMMARY]), makeReport(2021, 'vel', [SUMMARY, WOMEN])];
    const small = await openSmallSite(reports);
    const { text } = await small.read('/report?years=2020,2021&sections=all&areas=vel');
    const parts = text
      .split('<article ')
      .slice(1)
      .map((part) => mainText(`<main>${part}`));
    expect(parts).toHaveLength(2);
    for (const [i, year] of [2020, 2021].entries()) {
      const part = parts[i] ?? '';
      expect(part).toContain(`Velmora, ${year}`);
      expect(part).toContain(`${year} Country Reports, covers events of ${year}`);
      expect(part).toContain(`Released 9 March ${year + 1}`);
      expect(part).toContain('Captured 14 August 2025');
      expect(part).toContain(`Version ${reports[i]?.version}`);
      expect(part).toContain(`Official address https://reports.example/${year}/vel/`);
    }
    expect(text).toContain(`href="/2021/vel@${reports[1]?.version}"`);
    expect(text).toContain('href="https://reports.example/2021/vel/"');
  });

  test('is marked as invented where it is, and is not said to be official', async () => {
    const text = mainText((await site.read('/report?years=2023&sections=executive-summary&areas=zza')).text);
    expect(text).toContain('Invented. This report was written to try Variorum with.');
    expect(text).not.toContain('Official address');
    expect(text).not.toContain('Released');
  });

  test('gives each passage a number that leads to its lasting address', async () => {
    const { text } = await site.read('/report?years=2023&sections=executive-summary&areas=zzb');
    const [, address] = /data-address="(\/2023\/zzb@[0-9a-f]{12})" data-prefix="2023-zzb-"/.exec(text) ?? [];
    expect(text).toContain('id="2023-zzb-executive-summary:1"');
    expect(text).toContain('href="#2023-zzb-executive-summary:1"');
    expect((await site.read(address ?? '')).text).toContain('id="executive-summary:1"');
  });
});

describe('the page of a custom report', () => {
  const address = '/report?years=2022-2024&sections=executive-summary,prison-conditions&areas=zza,zzb,mli';

  test('keeps the choices in the panel that edits it', async () => {
    const { text } = await site.read(address);
    const start = text.indexOf('<details class="edit-panel"');
    const panel = text.slice(start, text.indexOf('</form>', start));
    const ticked = [...panel.matchAll(/name="(\w+)" value="([^"]+)" checked/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(ticked).toEqual([
      ['years', '2022'],
      ['years', '2023'],
      ['years', '2024'],
      ['sections', 'executive-summary'],
      ['sections', 'prison-conditions'],
      ['areas', 'zzb'],
      ['areas', 'zza'],
      ['areas', 'mli'],
    ]);
  });

  test('lists its contents, each line leading to its report', async () => {
    const { text } = await site.read(address);
    const contents = text.slice(
      text.indexOf('<nav class="contents"'),
      text.indexOf('<div class="excerpts">'),
    );
    for (const id of ['2022-zza', '2023-zza', '2024-zza', '2022-zzb', '2023-zzb', '2024-zzb']) {
      expect(contents).toContain(`href="#${id}"`);
      expect(text).toContain(`id="${id}"`);
    }
  });

  test('names what was asked for and is not there, with the reason', async () => {
    const text = mainText((await site.read(address)).text);
    expect(text).toContain('Asked for, and not here Absence of reporting is not evidence of absence.');
    expect(text).toContain('Published, but not held in this library 2022–2024: Mali');
    expect(text).toContain(
      'Prison and detention conditions: not in the standard outline of the edition 2024: Velmora; Quendary',
    );
  });

  test('gives an address to pass on that is the choice itself, and the files', async () => {
    const { text } = await site.read(address);
    expect(text).toContain(`value="http://localhost${address.replaceAll('&', '&amp;')}"`);
    for (const format of ['txt', 'html', 'md', 'csv', 'json']) {
      expect(text).toContain(
        `href="${address.replace('report', `report.${format}`).replaceAll('&', '&amp;')}"`,
      );
    }
  });

  test('counts what the count said', async () => {
    const { text } = await site.read(address);
    const count = JSON.parse((await site.read(address.replace('report', 'report/count.json'))).text);
    expect(count.reports).toBe(6);
    expect(mainText(text)).toContain(
      `${count.reports} reports, ${count.passages} passages, ${count.words.toLocaleString('en')} words.`,
    );
    const rows = (await site.read(address.replace('report', 'report.csv'))).text.trimEnd().split('\r\n');
    expect(rows.length - 1).toBe(count.passages);
  });

  test('brings a topic together from headings that changed, and a chapter with all beneath it', async () => {
    const csv = (await site.read('/report.csv?years=2022,2024&sections=worker-rights&areas=zza')).text;
    const sections = new Set(
      csv
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',')[3]),
    );
    expect([...sections].some((key) => key?.startsWith('7'))).toBe(true);
    expect([...sections].some((key) => key?.startsWith('2'))).toBe(true);
    const chapter = (await site.read('/report.csv?years=2023&sections=1&areas=zza')).text;
    expect(chapter).toMatch(/^2023,zza,Velmora,1\.a,/m);
    expect(chapter).toMatch(/^2023,zza,Velmora,1\.c,/m);
    expect(chapter).not.toMatch(/^2023,zza,Velmora,2/m);
  });

  test('can be arranged in three ways', async () => {
    const order = async (how: string): Promise<(string | undefined)[]> => {
      const query = `years=2022,2023&sections=executive-summary,women&areas=zza,zzb${how}`;
      const { text } = await site.read(`/report?${query}`);
      return [...text.matchAll(/data-prefix="([^"]+)-"/g)].map(([, id]) => id);
    };
    expect(await order('')).toEqual(['2022-zza', '2023-zza', '2022-zzb', '2023-zzb']);
    expect(await order('&order=year')).toEqual(['2022-zza', '2022-zzb', '2023-zza', '2023-zzb']);
    expect((await order('&order=section')).slice(0, 5)).toEqual([
      'executive-summary-2022-zza',
      'executive-summary-2023-zza',
      'executive-summary-2022-zzb',
      'executive-summary-2023-zzb',
      'women-2022-zza',
    ]);
  });

  test('says plainly that nothing was found', async () => {
    const { status, text } = await site.read('/report?years=2016&sections=all&areas=zza');
    expect(status).toBe(200);
    expect(mainText(text)).toContain('No report in this library answers to this choice.');
    expect(mainText(text)).toContain('No report was published');
  });
});

describe('the page of a report', () => {
  test('states all that is known of the copy and how to cite it', async () => {
    const report = makeReport(2021, 'vel', [SUMMARY]);
    const small = await openSmallSite([report]);
    const text = mainText((await small.read('/2021/vel')).text);
    for (const fact of [
      'Released 9 March 2022',
      'Captured 14 August 2025, 09:12:33 UTC (from the archive file)',
      'Official address https://reports.example/2021/vel/',
      'Captured from reports.example',
      `SHA-256 of the captured bytes ${report.provenance.sha256}`,
      `Version ${report.version}`,
      'Unofficial copy prepared from the official publication at the address above; not certified.',
      'US Department of State, Bureau of Democracy, Human Rights, and Labor, 2021 Country Reports: Velmora (Washington, DC, March 9, 2022), https://reports.example/2021/vel/.',
    ]) {
      expect(text).toContain(fact);
    }
  });

  test('lists its sections, each leading to its place', async () => {
    const { text } = await site.read('/2023/zza');
    const contents = text.slice(text.indexOf('<nav class="report-contents"'), text.indexOf('<article'));
    const keys = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, key]) => key);
    expect(keys).toContain('1.c');
    expect(keys).toContain('6/women');
    for (const key of keys) expect(text).toContain(`id="${key}"`);
  });
});

test('a topic’s page shows under which headings it stands in each edition, and why', async () => {
  const text = mainText((await site.read('/topics/prison-conditions')).text);
  for (const said of [
    'Prison and Detention Center Conditions',
    'same topic',
    'absence of reporting is not',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toMatch(/2024 0 3/);
});

test('an edition’s page shows its outline with the topic of each heading', async () => {
  const { text } = await site.read('/editions/2024');
  expect(mainText(text)).toContain('Section 1. Life');
  expect(text).toContain('<a href="/topics/arbitrary-killings">');
});
