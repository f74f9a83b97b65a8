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

const HOSTILE = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</title></textarea><svg onload=alert(1)>',
  '" autofocus onfocus="alert(1)',
  'javascript:alert(1)',
  '<!--',
  '&lt;script&gt;&#60;script',
  '\u2028\u202e\u0007',
  '{{7*7}}$7*7',
];

const PLACES: readonly ((text: string) => string)[] = [
  (text) => `/${text}`,
  (text) => `/areas/${text}`,
  (text) => `/areas?name=${text}`,
  (text) => `/2023/${text}`,
  (text) => `/2023/zza@${text}`,
  (text) => `/editions/${text}`,
  (text) => `/topics/${text}`,
  (text) => `/coverage?region=${text}`,
  (text) => `/?years=${text}&sections=${text}&areas=${text}&order=${text}`,
  (text) => `/?outline=${text}`,
  (text) => `/?show-outline=${text}`,
  (text) => `/?years=2023&sections=all&areas=zza&count=${text}`,
  (text) => `/report?years=${text}&sections=${text}&areas=${text}&order=${text}`,
  (text) => `/report?years=2023&sections=all&areas=zza&${text}=${text}`,
  (text) => `/report.${text}?years=2023`,
  (text) => `/search?q=${text}`,
  (text) => `/search?q=the+${text}&spellings=off`,
  (text) => `/search?q=the&years=${text}&areas=${text}&topics=${text}&sections=${text}&order=${text}`,
  (text) => `/search?q=the&cursor=${text}`,
  (text) => `/2023/zza?q=${text}+OR+the`,
  (text) => `/assets/${text}/${text}`,
  (text) => `/compare?area=${text}&from=${text}&to=${text}`,
  (text) => `/compare?area=zza&from=2023&to=${text}`,
  (text) => `/compare/${text}/2023/2024`,
  (text) => `/compare/zza/${text}/2024`,
  (text) => `/compare/zza/2023/${text}`,
  (text) => `/compare/zza/2023/2024.${text}`,
  (text) => `/compare/zza/2023/2024?only=${text}&topics=${text}&show=${text}&view=${text}`,
  (text) => `/compare/zza/2023/2024?${text}=${text}`,
  (text) => `/removed/zza/2023/2024?only=${text}&topics=${text}`,
  (text) => `/2023/zza/${text}/history`,
  (text) => `/2023/zza/${text}:1/history`,
  (text) => `/2023/${text}/1.c:1/history`,
  (text) => `/2023/zza/1.c:1/history.${text}`,
  (text) => `/areas/${text}/last-reported`,
];

describe.each(HOSTILE)('%j in an address', (text) => {
  test('comes back as text or not at all', async () => {
    for (const place of PLACES) {
      const address = place(encodeURIComponent(text));
      const response = await site.get(address);
      const html = await response.text();
      expect(response.status, address).not.toBe(500);
      if (response.headers.get('Content-Type')?.startsWith('text/html')) {
        expect(findForeign(html), address).toEqual([]);
        for (const unseen of ['\u202e', '\u0007']) expect(html.includes(unseen), address).toBe(false);
      }
    }
  });
});

test('a redirect never leads to another site, nor sets a header', async () => {
  for (const address of [
    '//evil.example/',
    '/\\evil.example/',
    '/%2f%2fevil.example/',
    '/areas//evil.example/',
    '/areas?name=%0d%0aSet-Cookie:%20a=b',
    '/2023/%0d%0aLocation:%20https:%2f%2fevil.example',
    '/compare/velmora/2023/2024?only=%0d%0aSet-Cookie:%20a=b',
    '/compare/velmora/2023/2024.%0d%0aSet-Cookie:%20a=b',
    '/compare?area=velmora&from=2023&to=2024&x=//evil.example',
    '/report?years=2023&sections=all&areas=Velmora&x=https://evil.example',
  ]) {
    const response = await site.get(address);
    const to = response.headers.get('Location');
    if (to !== null) expect(new URL(to, 'http://localhost/').origin, address).toBe('http://localhost');
    expect(to ?? '', address).not.toMatch(/^\/[/\\]/);
    expect(response.headers.get('Set-Cookie'), address).toBeNull();
    await response.body?.cancel();
  }
});

test('a report’s own text is shown as it is, and never runs', async () => {
  const text = 'She wrote <script>alert(1)</script> & "> <b onclick=alert(1)>this</b>.';
  const report = makeReport(2021, 'vel', [
    {
      key: 'executive-summary',
      printed: 'Summary <img src=x onerror=alert(1)>',
      topic: 'executive-summary',
      texts: [
        {
          text,
          marks: [
            { kind: 'link', start: 0, end: 3, href: 'javascript:alert(1)' },
            { kind: 'link', start: 4, end: 9, href: 'https://reports.example/"onmouseover="alert(1)' },
          ],
        },
      ],
    },
  ]);
  const small = await openSmallSite([report]);
  for (const address of ['/2021/vel', '/report?years=2021&sections=all&areas=vel']) {
    const page = await small.read(address);
    expect(page.status).toBe(200);
    expect(findForeign(page.text), address).toEqual([]);
    expect(textOf(page.text)).toContain(text);
    expect(page.text).not.toContain('javascript:');
  }
  expect(small.faults).toEqual([]);
});

test('the text of reports that are compared is shown as it is, and never runs', async () => {
  const older = 'She wrote <script>alert(1)</script> & "> <b onclick=alert(1)>this</b> in the old year.';
  const newer = 'She wrote <script>alert(2)</script> & "> <b onclick=alert(1)>this</b> in the new year.';
  const gone = '<img src=x onerror=alert(1)> Nothing like it <svg onload=alert(1)> stands elsewhere.';
  const printed = 'Summary <img src=x onerror=alert(1)>';
  const common = [
    'Fishermen of the lagoon reported that patrol boats rammed their skiffs and threw nets overboard.',
    'Courts in the coastal provinces heard nine cases against officers of the harbour guard last spring.',
  ] as const;
  const [lost, come] = ['<iframe src=x>lost words</iframe>', '<object data=x>come words</object>'];
  const small = await openSmallSite([
    makeReport(2021, 'vel', [{ key: '1', printed, texts: [older, gone, `${lost} ${common[0]}`, common[1]] }]),
    makeReport(2024, 'vel', [{ key: '1', printed, texts: [newer, common[0], `${come} ${common[1]}`] }]),
  ]);
  for (const address of [
    '/compare/vel/2021/2024',
    '/compare/vel/2021/2024?show=all&view=one',
    '/removed/vel/2021/2024?only=removed,edited',
    '/compare/vel/2021/2024.html',
  ]) {
    const page = await small.read(address);
    expect(page.status).toBe(200);
    const foreign = findForeign(page.text).filter(
      (found) => !(address.endsWith('html') && found === 'style'),
    );
    expect(foreign, address).toEqual([]);
    expect(textOf(page.text)).toContain(gone);
    const said = textOf(page.text);
    expect(said).toContain(lost);
    if (address.startsWith('/compare')) expect(said).toContain(come);
  }
  for (const [address, said] of [
    ['/2024/vel/1:1/history', '<b onclick=alert(1)>this</b>'],
    ['/2021/vel/1:2/history', gone],
    ['/areas/velmora/last-reported', gone],
  ] as const) {
    const page = await small.read(address);
    expect(findForeign(page.text), address).toEqual([]);
    expect(textOf(page.text), address).toContain(said);
  }
  expect(small.faults).toEqual([]);
});

/** What no page of ours has: scripts of others, handlers, addresses that run, frames, pictures. */
function findForeign(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'svg' && attributes.class !== 'facet-bar') found.push(name);
      if (/^(img|iframe|object|embed|base|style|textarea)$/.test(name)) found.push(name);
      // A block of data never runs (HTML, 4.12.1).
      const isData = attributes.type === 'application/ld+json' && attributes.src === undefined;
      if (name === 'script' && !isData && !attributes.src?.startsWith('/assets/')) found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on') || key === 'autofocus') found.push(`${name} ${key}`);
        if (/^\s*(javascript|data|vbscript):/i.test(value) && /^(href|src|action|formaction)$/.test(key)) {
          found.push(`${name} ${key}=${value}`);
        }
      }
    },
    oncomment: (comment) => found.push(`comment ${comment}`),
  });
  parser.end(html);
  return found;
}

function textOf(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (piece) => (text += piece) }, { decodeEntities: true });
  parser.end(html);
  return text;
}
