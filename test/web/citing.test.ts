import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReport } from '../workbench/small-library.ts';
import { openSampleSite, openSmallSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

function openVelmora() {
  return openSmallSite([
    makeReport(2021, 'vel', [
      { key: '1', printed: 'Respect', texts: ['One.', 'Two & a half.'] },
      { key: '6/women', printed: 'Women', texts: ['Three.'] },
    ]),
  ]);
}

/** What programs read in the head of a page. */
function readHead(html: string) {
  const metas = new Map<string, string>();
  const alternates: string[] = [];
  let inData = false;
  let data = '';
  const parser = new Parser({
    onopentag(name, { name: key, content, rel, href, type }) {
      if (name === 'meta' && key !== undefined) metas.set(key, content ?? '');
      if (name === 'link' && rel === 'alternate') alternates.push(`${type} ${href}`);
      inData = name === 'script' && type === 'application/ld+json';
    },
    ontext(text) {
      if (inData) data += text;
    },
    onclosetag() {
      inData = false;
    },
  });
  parser.end(html);
  return { metas, alternates, data: data === '' ? null : (JSON.parse(data) as Record<string, unknown>) };
}

describe('a place', () => {
  test('has a page with every style, and the quoted heading in it', async () => {
    const small = await openVelmora();
    const { status, text } = await small.read('/2021/vel/6/women:1/cite');
    expect(status).toBe(200);
    for (const said of [
      'OSCOLA',
      '<i>2021 country reports: Velmora</i>',
      'accessed 14 August 2025',
      'the number is the passage’s place in its section',
    ]) {
      expect(text).toContain(said);
    }
  });

  test.each([
    ['/2021/vel/cite.bib', 'application/x-bibtex', '@techreport{usdos-vel-2021,'],
    ['/2021/vel.bib', 'application/x-bibtex', '@techreport{usdos-vel-2021,'],
    ['/2021/vel/1:2.ris', 'application/x-research-info-systems', 'ID  - usdos-vel-2021-1-2\r\n'],
    [
      '/2021/vel/6/women/cite.csl.json',
      'application/vnd.citationstyles.csl+json',
      '"id": "usdos-vel-2021-6.women"',
    ],
    ['/2021/vel/cite.biblatex.bib', 'application/x-bibtex', '@report{usdos-vel-2021,'],
    ['/2021/vel/cite.txt', 'text/plain', 'OSCOLA\n'],
    ['/2021/vel/cite.json', 'application/json', '"bluebook"'],
    ['/report.bib?years=2021&sections=all&areas=vel', 'application/x-bibtex', '@techreport{usdos-vel-2021,'],
    [
      '/report.csl.json?years=2021&sections=all&areas=vel',
      'application/vnd.citationstyles.csl+json',
      '"usdos-vel-2021"',
    ],
    [
      '/report/cite.ris?years=2021&sections=all&areas=vel',
      'application/x-research-info-systems',
      'TY  - RPRT\r\n',
    ],
    [
      '/cite.ris?pins=2021/vel%231:1,2021/vel',
      'application/x-research-info-systems',
      'ID  - usdos-vel-2021\r\n',
    ],
  ])('%s is a file', async (address, type, begins) => {
    const small = await openVelmora();
    const answer = await small.read(address);
    expect([answer.status, answer.type]).toEqual([200, type]);
    expect(answer.text).toContain(begins);
  });

  test.each([
    ['/2021/velmora/1:2/cite', '/2021/vel/1:2/cite'],
    ['/2021/vel/1:2/cite/', '/2021/vel/1:2/cite'],
    ['/2021/velmora.ris', '/2021/vel/cite.ris'],
  ])('%s leads to %s', async (from, to) => {
    const small = await openVelmora();
    const answer = await small.get(from);
    expect([answer.status, answer.headers.get('Location')]).toEqual([301, to]);
  });

  test.each([
    ['/2021/vel/9.z/cite', 404, 'has no section 9.z'],
    ['/2021/vel/1:7/cite', 404, 'has no passage 7 in section 1, which has 2 passages of its own'],
    ['/2020/vel/cite', 404, 'this library does not hold it'],
    ['/2021/vel/cite.docx', 404, 'bib, biblatex.bib, ris, csl.json, txt, md or json'],
    ['/cite?pins=2021/vel,what,2021/vel%23nope', 400, '“what” is not the address'],
    ['/cite?pins=2021/vel&style=harvard', 404, 'no such style'],
  ])('%s is answered with %i: %s', async (address, status, says) => {
    const small = await openVelmora();
    const answer = await small.read(address);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(says);
  });

  test('an older version says so in its citations', async () => {
    const { text } = await site.read('/2023/zza');
    const versions = [...text.matchAll(/href="(\/2023\/zza@[0-9a-f]{12})"/g)].map(([, address]) => address);
    const older = await site.read(`${versions.at(-1)}/cite`);
    expect(older.text).toContain('[Earlier text of this sample');
  });
});

test('more places than can be cited at once are refused with the number', async () => {
  const pins = Array.from({ length: 201 }, () => '2023/zza').join(',');
  const { status, text } = await site.read(`/cite?pins=${pins}`);
  expect(status).toBe(400);
  expect(text).toContain('201 places are named; 200 can be cited at once.');
});

test('a custom report names each of its reports once, and takes the style asked for', async () => {
  const { text } = await site.read(
    '/report/cite?years=2022-2024&sections=all&areas=zza&order=section&style=chicago-bibliography',
  );
  expect([...text.matchAll(/<p class="cite-line"/g)]).toHaveLength(3);
  expect(text).toContain('<option value="chicago-bibliography" selected');
});

describe('for programs that collect references', () => {
  test('the head of a report has what Zotero reads, as its translators take it', async () => {
    const small = await openVelmora();
    for (const address of ['/2021/vel', '/2021/vel/6/women/cite']) {
      const { metas, alternates, data } = readHead((await small.read(address)).text);
      // By this name Zotero knows it for a report; “Text” in DC.type would make it an article.
      expect(metas.get('citation_technical_report_institution')).toBe(
        'Bureau of Democracy, Human Rights, and Labor',
      );
      expect(metas.get('DC.type')).toBe('Report');
      expect(metas.get('citation_title')).toBe('2021 Country Reports: Velmora');
      // Split at a comma that has a space on both sides of it; a name without any would be parted at its last space.
      const author = metas.get('citation_author') ?? '';
      expect(author.split(/, ?/).filter((part) => part !== '')).toEqual(['US Department of State']);
      expect(author).toContain(',');
      expect(metas.get('citation_publication_date')).toBe('2022/03/09');
      expect(metas.get('citation_public_url')).toBe('https://reports.example/2021/vel/');
      expect(data).toMatchObject({
        '@type': 'Report',
        isBasedOn: 'https://reports.example/2021/vel/',
        datePublished: '2022-03-09',
        description: expect.stringContaining('Unofficial copy'),
      });
      const place = address.replace(/\/cite$/, '');
      expect(alternates).toContain(`application/x-bibtex ${place}/cite.bib`);
      expect(alternates).toContain(`application/x-research-info-systems ${place}/cite.ris`);
    }
  });

  test('a custom report points to its records', async () => {
    const { alternates } = readHead((await site.read('/report?years=2023&sections=women&areas=zza')).text);
    expect(alternates).toContain('application/x-bibtex /report.bib?years=2023&sections=women&areas=zza');
  });

  test('an invented sample is given to nobody, and its citation lays it at nobody’s door', async () => {
    for (const address of ['/2023/zza', '/2023/zza/cite']) {
      const { text } = await site.read(address);
      const { metas, data } = readHead(text);
      expect([...metas.keys()].filter((name) => /^(citation_|DC\.)/.test(name))).toEqual([]);
      expect(data).toBeNull();
    }
    const { text } = await site.read('/2023/zza/cite.txt');
    expect(text).toContain('[invented sample, not a publication of any government]');
    expect(text).not.toMatch(/Department of State|Dep't|Bureau/);
  });

  test('nothing in a name can end the block of data or a value', async () => {
    const report = makeReport(2021, 'vel', [{ key: '1', printed: 'x', texts: ['y'] }]);
    const areaName = 'Vel</script><script>alert(1)</script>"><b>';
    const small = await openSmallSite([{ ...report, areaName }]);
    const { text } = await small.read('/2021/vel');
    expect(readHead(text).data).toMatchObject({ about: { name: areaName } });
    expect(readHead(text).metas.get('citation_title')).toContain(areaName);
    expect(text).not.toContain('<script>alert');
  });
});

test('every report, passage, heading, hit and side of a comparison leads to its citation', async () => {
  const pages = [
    ['/2023/zza', '/2023/zza/1.c:1/cite'],
    ['/2023/zza', '/2023/zza/6/women/cite'],
    ['/search?q=prison&years=2023&areas=zza', '/2023/zza/'],
    ['/report?years=2023&sections=women&areas=zza', '/2023/zza/cite'],
    [
      '/report?years=2023&sections=women&areas=zza',
      '/report/cite?years=2023&amp;sections=women&amp;areas=zza',
    ],
    ['/compare/zza/2023/2024', '/2024/zza@'],
    ['/removed/zza/2023/2024', '/2023/zza@'],
    ['/2023/zza/1.c:1/history', '/2023/zza/1.c:1/cite'],
  ] as const;
  for (const [page, link] of pages) {
    const hrefs = [...(await site.read(page)).text.matchAll(/href="([^"]*cite[^"]*)"/g)].map(
      ([, href]) => href ?? '',
    );
    const found = hrefs.find((href) => href.startsWith(link));
    expect(found, `${page} → ${link}`).toBeDefined();
    expect((await site.read((found ?? '').replaceAll('&amp;', '&'))).status, found).toBe(200);
  }
});
