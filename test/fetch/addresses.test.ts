import { describe, expect, it } from 'vitest';
import { parseContact } from '../../src/domain/contact.ts';
import { parseFetchSource } from '../../src/fetch/fetch-source.ts';
import { findReportPath, normaliseReportAddress } from '../../src/fetch/report-address.ts';
import { readRetryAfter } from '../../src/fetch/retry-after.ts';

const PRACTICES = 'country-reports-on-human-rights-practices';

describe('an address of a report', () => {
  it.each([
    [
      `https://www.state.gov/reports/2023-${PRACTICES}/velmora`,
      `https://www.state.gov/reports/2023-${PRACTICES}/velmora/`,
    ],
    [
      `http://www.state.gov/reports/2023-${PRACTICES}/velmora//?x=1#y`,
      `https://www.state.gov/reports/2023-${PRACTICES}/velmora/`,
    ],
    [
      `https://www.state.gov/reports/2024-${PRACTICES}/velmora/`,
      `https://www.state.gov/reports/2024-${PRACTICES}/velmora`,
    ],
    [
      `https://www.state.gov/reports/2022-${PRACTICES}/quendary/velmora`,
      `https://www.state.gov/reports/2022-${PRACTICES}/quendary/velmora/`,
    ],
    [`https://www.state.gov/reports/2023-${PRACTICES}/`, null],
    ['https://www.state.gov/reports/2023-report-on-something-else/velmora/', null],
    ['no address', null],
  ])('has the slash of its edition: %s', (given, normal) => {
    expect(normaliseReportAddress(given)).toBe(normal);
  });

  it('tells edition and slug', () => {
    expect(findReportPath(`https://x.example/reports/2022-${PRACTICES}/quendary/velmora`)).toEqual({
      edition: 2022,
      slug: 'velmora',
    });
  });
});

describe('a wish to wait', () => {
  const now = Date.UTC(2026, 0, 5, 12);
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 05 Jan 2026 12:01:00 GMT', 60_000],
    ['Mon, 05 Jan 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['1.5', null],
    ['', null],
    [undefined, null],
  ])('is read: %s', (value, milliseconds) => {
    expect(readRetryAfter(value, now)).toBe(milliseconds);
  });
});

describe('a contact', () => {
  it.each(['me@example.org', 'first.last+tag@mail.example.org', 'https://example.org/who?x=1'])(
    'is one: %s',
    (text) => {
      expect(parseContact(text)).toBe(text);
    },
  );

  it.each([
    'me',
    'me@example',
    'http://example.org',
    'https://me:secret@example.org',
    'https://example.org/)\r\nX-Evil: 1',
    'me@example.org\r\nX-Evil: 1',
    'https://exämple.org/',
    `me@${'x'.repeat(200)}.org`,
  ])('is none: %j', (text) => {
    expect(parseContact(text)).toBeNull();
  });
});

it('never repeats a password that stands in a source', () => {
  let told = '';
  try {
    parseFetchSource('https://me:hunter2@mirror.example.org/x');
  } catch (error) {
    told = JSON.stringify(error, Object.getOwnPropertyNames(error));
  }
  expect(told).toContain('holds a name or a password');
  expect(told).not.toContain('hunter2');
});
