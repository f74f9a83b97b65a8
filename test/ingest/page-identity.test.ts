import { describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { capture, catalog, findingsOf, makePage, read, summary } from './page-fixture.ts';

const body = summary();
const address = (rest: string): string => `https://www.state.gov/reports/${rest}`;

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unreadable-page')
      return [error.message, ...error.details].join(' ');
    throw error;
  }
  throw new Error('The page was not refused.');
}

describe('which report a page is', () => {
  test('address and title tell edition and area', () => {
    const report = read({ body });
    expect(report).toMatchObject({ edition: 2021, area: 'zzi', areaName: 'Ostrava Isles' });
    expect(report.provenance).toMatchObject({
      host: 'www.state.gov',
      capturedAt: '2025-08-14T00:00:00Z',
      capturedAddress: null,
    });
    expect(report.findings).toEqual([
      expect.objectContaining({ kind: 'missing-section' }),
      expect.objectContaining({ kind: 'missing-section' }),
    ]);
  });

  test('a slug of the publisher’s system is no identity', () => {
    const report = read({ body, slug: 'ostrava-isles__trashed' });
    expect(report.area).toBe('zzi');
    expect(findingsOf(report)).toContain('slug-not-identity');
    expect(read({ body, slug: 'ostrava-isles-2' }).area).toBe('zzi');
  });

  test('a title without the year leaves the year to the address', () => {
    const report = read({ body, h1: 'Ostrava Isles' });
    expect(report.edition).toBe(2021);
    expect(findingsOf(report)).toContain('title-without-edition');
  });

  test('a misspelled heading leaves the name to the page’s title', () => {
    const report = read({ body, h1: '2021 Country Reports on Human Rights Practices: Ostrrava Isels' });
    expect(report.area).toBe('zzi');
  });

  test('a folder too many in the address does not matter', () => {
    const canonical = address('2021-country-reports-on-human-rights-practices/2021sample/ostrava-isles/');
    expect(read({ body, canonical }).area).toBe('zzi');
  });

  test('a copy of a web archive keeps both addresses and the archive’s time', () => {
    const official = address('2021-country-reports-on-human-rights-practices/ostrava-isles/');
    const captured = `https://web.archive.org/web/20221018144142/${official}`;
    const report = read({ body, canonical: captured });
    expect(report.provenance).toMatchObject({
      address: official,
      capturedAddress: captured,
      host: 'web.archive.org',
      capturedAt: '2022-10-18T14:41:42Z',
      capturedAtSource: 'archive-address',
    });
  });

  test('a page without an address of its own is known by its title', () => {
    const report = read({ body, canonical: 'ostrava.html' });
    expect(report).toMatchObject({ edition: 2021, area: 'zzi' });
    expect(findingsOf(report)).toContain('no-canonical-address');
    expect(report.provenance.address).toBe(
      address('2021-country-reports-on-human-rights-practices/ostrava-isles/'),
    );
  });
});

describe('an address that is not the publisher’s', () => {
  const path = 'reports/2021-country-reports-on-human-rights-practices/ostrava-isles/';
  const official = address('2021-country-reports-on-human-rights-practices/ostrava-isles/');

  test.each([
    'https://mirror.example/',
    'https://www.state.gov@mirror.example/',
    'https://notstate.gov/',
    'https://no host/',
  ])('is never called official: %s', (site) => {
    const report = read({ body, canonical: site + path });
    expect(report).toMatchObject({ edition: 2021, area: 'zzi', provenance: { address: official } });
    expect(findingsOf(report)).toContain('no-canonical-address');
  });

  test('is where the copy was taken from', () => {
    expect(read({ body, canonical: `https://mirror.example/${path}` }).provenance).toMatchObject({
      host: 'mirror.example',
      capturedAddress: `https://mirror.example/${path}`,
    });
  });

  test('may be of one of its older sites', () => {
    const report = read({ body, canonical: `https://2017-2021.state.gov/${path}` });
    expect(report.provenance.address).toBe(`https://2017-2021.state.gov/${path}`);
    expect(findingsOf(report)).not.toContain('no-canonical-address');
  });

  test('is held against the title all the same', () => {
    expect(
      refusal(() =>
        read({
          body,
          canonical: `https://mirror.example/${path}`,
          h1: '2016 Country Reports on Human Rights Practices: Ostrava Isles',
        }),
      ),
    ).toMatch(/different editions/);
  });
});

describe('pages that are refused, each by name', () => {
  test.each([
    [
      'address and title name different areas',
      () => read({ body, slug: 'penmark' }),
      /different areas.*penmark.*Ostrava/s,
    ],
    [
      'address and title name different editions',
      () => read({ body, h1: '2016 Country Reports on Human Rights Practices: Ostrava Isles' }),
      /different editions.*2021.*2016/s,
    ],
    [
      'an area nobody knows',
      () =>
        readPage(
          capture(
            makePage({ body, h1: '2021 Country Reports on Human Rights Practices: Atlantis' }).replace(
              '<title>Ostrava Isles',
              '<title>Atlantis',
            ),
          ),
          catalog,
        ),
      /no area.*Atlantis/s,
    ],
    ['an edition nobody knows', () => read({ body, edition: 1931 }), /1931/],
    ['neither tells the edition', () => read({ body, canonical: null, h1: 'Ostrava Isles' }), /Neither/],
    ['an empty file', () => readPage(capture(''), catalog), /empty/],
    ['a PDF', () => readPage(capture('%PDF-1.7 …'), catalog), /PDF/],
    [
      'bytes that are no text',
      () => readPage(capture(new Uint8Array([60, 0, 104, 0])), catalog),
      /not a text/,
    ],
    [
      'a page that is no report',
      () => readPage(capture('<html><title>Access denied</title><p>No.</p></html>'), catalog),
      /not a report.*Access denied/s,
    ],
    [
      'a page in another encoding than UTF-8',
      () => readPage(capture(Buffer.from(makePage({ body: summary('<p>A café.</p>') }), 'latin1')), catalog),
      /not in UTF-8/,
    ],
    [
      'a page cut short',
      () =>
        readPage(
          capture(
            makePage({ body: `${summary()}<p>Half a sen` }).split('</div></section>\n<footer>')[0] ?? '',
          ),
          catalog,
        ),
      /cut short/,
    ],
    [
      'two bodies in one page',
      () => read({ body, after: '<section class="report__main"></section>' }),
      /more than one/,
    ],
    ['a frame without text', () => read({ body: summary('') }), /no text/],
  ] as const)('%s', (_, run, expected) => {
    expect(refusal(run)).toMatch(expected);
  });
});
