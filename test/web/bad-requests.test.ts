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

const SOUND = { years: '2023', sections: 'all', areas: 'zza' };

function ask(path: string, changed: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams({ ...SOUND, ...changed })}`;
}

const CHOICES: readonly [what: string, changed: Readonly<Record<string, string>>, says: string][] = [
  ['a year that has no edition', { years: '2031' }, 'there is no edition 2031; the editions are 2016-2024.'],
  ['a year that is none', { years: 'last' }, '“last” is not a year or range; write 2021, 2016-2019 or all'],
  ['a section no edition has', { sections: '9.z' }, 'no edition has “9.z”'],
  ['a topic there is not', { sections: 'prisoners' }, 'political-prisoners'],
  [
    'an area nobody knows',
    { areas: 'Velmura' },
    'no area or region is called “Velmura”; near to it: Velmora',
  ],
  ['an order there is not', { order: 'sideways' }, 'sideways'],
  ['a NUL byte', { areas: 'zza\0' }, '“zza\\u{0}” holds a control character; take it out.'],
  [
    'ten thousand areas',
    { areas: Array.from({ length: 10_000 }, (_, i) => `a${i}`).join(',') },
    'are too many; give at most',
  ],
  ['nothing', { years: '', sections: '', areas: '' }, 'nothing is given'],
];

describe.each(CHOICES)('a custom report with %s', (_, changed, says) => {
  test.each(['json', 'csv', 'md', 'txt', 'html'])(
    'is refused as .%s with a problem that says so',
    async (ending) => {
      const { status, type, text } = await site.read(ask(`/report.${ending}`, changed));
      // A web page to be kept is asked for by people, and answered with a page.
      expect([status, type]).toEqual([400, ending === 'html' ? 'text/html' : 'application/problem+json']);
      const said = ending === 'html' ? mainText(text) : JSON.parse(text).errors.join('\n');
      expect(said.toLowerCase()).toContain(says.toLowerCase());
    },
  );

  test('is refused as a count', async () => {
    const { status, text } = await site.read(ask('/report/count.json', changed));
    expect([status, JSON.parse(text).kind]).toEqual([400, 'invalid-input']);
  });

  test('leads back to the builder, which says it and keeps the rest', async () => {
    const { status, type, text } = await site.read(ask('/report', changed));
    expect([status, type]).toEqual([400, 'text/html']);
    expect(mainText(text)).toContain('to be mended');
    const missing = says === 'nothing is given' ? 'Choose at least one year.' : says;
    expect(mainText(text).toLowerCase()).toContain(missing.toLowerCase());
    if (changed.years === undefined) expect(isTicked(text, '2023')).toBe(true);
    if (changed.areas === undefined) expect(isTicked(text, 'zza')).toBe(true);
  });
});

test('every problem is named at once, each leading to its step', async () => {
  const address = ask('/report', { years: '2031', sections: '9.z', areas: 'Velmura,nowhere' });
  const { text } = await site.read(address);
  expect(text).toContain('4 things are to be mended');
  for (const step of ['years', 'sections', 'areas']) {
    expect(text).toContain(`<a href="#step-${step}">`);
    expect(text).toContain(`id="step-${step}"`);
  }
  const { errors } = JSON.parse((await site.read(address.replace('/report?', '/report.json?'))).text);
  expect(errors).toHaveLength(4);
});

describe('a problem as data', () => {
  test('has the form of RFC 9457', async () => {
    const { text, type } = await site.read('/editions/2031.json');
    expect(type).toBe('application/problem+json');
    expect(JSON.parse(text)).toEqual({
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      detail: 'There is no edition 2031.',
      kind: 'not-found',
      errors: [],
    });
  });

  test('is given to who asks for JSON by the header, and to nobody who would rather read', async () => {
    const program = await site.read('/2023/nowhere', { Accept: 'application/json' });
    expect([program.status, program.type]).toEqual([404, 'application/problem+json']);
    const person = await site.read('/2023/nowhere', { Accept: 'text/html,application/json;q=0.9' });
    expect([person.status, person.type]).toEqual([404, 'text/html']);
  });
});

describe('what is not there', () => {
  test.each([
    ['/nothing-here', 'There is nothing at this address.'],
    ['/areas/velmura', 'No country or area is called “velmura”.'],
    ['/2023/velmura', 'No country or area is called “velmura”.'],
    ['/2031/zza', 'There is no edition 2031.'],
    ['/2016/zza', 'Velmora'],
    ['/2023/mli', 'Mali'],
    ['/2023/zza@000000000000', 'This library does not hold that version of the 2023 report on Velmora.'],
    ['/editions/1066', 'There is no edition 1066.'],
    ['/editions/latest', 'There is no edition “latest”.'],
    ['/topics/prison', 'There is no topic “prison”.'],
    ['/coverage?region=nowhere', 'There is no region “nowhere”.'],
    ['/report.doc?years=2023&sections=all&areas=zza', 'txt, md, html, json, csv'],
    ['/areas/%00', 'No country or area is called “\\u{0}”.'],
    ['/2023/%00', 'No country or area is called “\\u{0}”.'],
    ['/2023/%zz', 'No country or area is called “%zz”.'],
    ['/areas/%E0%A4%A', 'No country or area is called'],
    ['/%00', 'There is nothing at this address.'],
    [`/${'a'.repeat(100_000)}`, 'There is nothing at this address.'],
    [`/areas/${'a'.repeat(100_000)}`, 'No country or area is called “aaa'],
  ])('is said in words: %.60s', async (address, says) => {
    const { status, type, text } = await site.read(address);
    expect([status, type]).toEqual([404, 'text/html']);
    expect(mainText(text)).toContain(says);
    expect(mainText(text)).toContain('You can go on from here');
    expect(text.includes('\0')).toBe(false);
    expect(text.length).toBeLessThan(20_000);
  });

  test('the right name is one press away', async () => {
    for (const address of ['/areas/velmura', '/2023/velmura', '/areas?name=velmura']) {
      const { text } = await site.read(address);
      expect(text, address).toContain('Near to it: <a href="/areas/velmora">Velmora</a>');
    }
    const { text } = await site.read('/2023/velmura.json');
    expect(JSON.parse(text).errors).toEqual(['Near to it: Velmora.']);
  });

  test('a report that was published and is not held is told from one that never was', async () => {
    expect((await site.read('/2023/mli')).text).toMatch(/published.*(does not hold|not held)/s);
    expect((await site.read('/2016/zza')).text).toMatch(/not published|no report/i);
  });
});

describe('another method', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
    'is refused, and the right ones named: %s',
    async (method) => {
      for (const address of ['/', '/report?years=2023', '/areas.json', '/nothing-here']) {
        const response = await site.app.request(address, { method });
        expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
        expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
        expect((await response.json()).status).toBe(405);
      }
    },
  );
});

test('a search for a country by nothing but blanks or unseen signs shows the list', async () => {
  for (const typed of ['+++', '%00%01', '%E2%80%AE']) {
    const { status, text } = await site.read(`/areas?name=${typed}`);
    expect([status, mainText(text).includes('No country or area is called')]).toEqual([200, false]);
    expect(/[\0\u202e]/.test(text)).toBe(false);
  }
});

test('a fault of ours says so, tells nothing of the inside, and is reported', async () => {
  const faults: unknown[] = [];
  const { createApp } = await import('../../src/web/app.tsx');
  const app = createApp({
    workbench: { ...site.workbench, getCoverage: () => Promise.reject(new Error('disk on fire')) },
    reportFault: (error) => faults.push(error),
  });
  const page = await app.request('/coverage');
  expect(page.status).toBe(500);
  const text = await page.text();
  expect(text).toContain('The fault is ours, not yours.');
  expect(text).not.toContain('disk on fire');
  const data = await app.request('/coverage.json');
  expect([data.status, data.headers.get('Content-Type')]).toEqual([500, 'application/problem+json']);
  expect(await data.text()).not.toContain('disk on fire');
  expect(faults).toHaveLength(2);
});

function isTicked(html: string, value: string): boolean {
  return new RegExp(`value="${value}" checked`).test(html);
}
