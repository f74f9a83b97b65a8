import { describe, expect, test } from 'vitest';
import type { Citation } from '../../../src/domain/citation.ts';
import { PROSE_STYLES, type ProseStyle } from '../../../src/domain/citation-style.ts';
import { runsToHtml, runsToMarkdown, runsToText } from '../../../src/export/citation/citation-runs.ts';
import { renderCitation } from '../../../src/export/citation/render-citations.ts';
import { cite } from './mali-citation.ts';

const ADDRESS = 'https://www.state.gov/reports/2021-country-reports-on-human-rights-practices/mali/';
const ALL = Object.keys(PROSE_STYLES) as ProseStyle[];

function write(citation: Citation, style: ProseStyle): string {
  return renderCitation(citation, style)
    .map(({ kind, text }) => (kind === 'italic' ? `*${text}*` : kind === 'small-caps' ? `^${text}^` : text))
    .join('');
}

describe('section 1.a of the report on Mali, 2021, word for word', () => {
  test.each([
    [
      'bluebook',
      `Bureau of Democracy, Hum. Rts. & Lab., U.S. Dep't of State, *2021 Country Reports on Human Rights Practices: Mali* § 1.a (Apr. 12, 2022), ${ADDRESS}.`,
    ],
    [
      'bluebook-law-review',
      `^Bureau of Democracy, Hum. Rts. & Lab., U.S. Dep't of State^, ^2021 Country Reports on Human Rights Practices: Mali^ § 1.a (Apr. 12, 2022), ${ADDRESS}.`,
    ],
    [
      'oscola',
      `Bureau of Democracy, Human Rights, and Labor, *2021 Country Reports on Human Rights Practices: Mali* (US Department of State, 12 April 2022) s 1(a) <${ADDRESS}> accessed 14 August 2025.`,
    ],
    [
      'apa',
      `Bureau of Democracy, Human Rights, and Labor. (2022, April 12). *2021 country reports on human rights practices: Mali*. U.S. Department of State. ${ADDRESS}`,
    ],
    ['apa-in-text', '(Bureau of Democracy, Human Rights, and Labor, 2022, Section 1.a)'],
    [
      'chicago-note',
      `US Department of State, Bureau of Democracy, Human Rights, and Labor, *2021 Country Reports on Human Rights Practices: Mali* (Washington, DC, April 12, 2022), sec. 1.a, ${ADDRESS}.`,
    ],
    [
      'chicago-bibliography',
      `US Department of State. Bureau of Democracy, Human Rights, and Labor. *2021 Country Reports on Human Rights Practices: Mali*. Washington, DC, April 12, 2022. ${ADDRESS}.`,
    ],
    [
      'mla',
      `United States, Department of State, Bureau of Democracy, Human Rights, and Labor. *2021 Country Reports on Human Rights Practices: Mali*. 12 Apr. 2022, ${ADDRESS}. Accessed 14 Aug. 2025.`,
    ],
    [
      'mla-in-text',
      '(United States, Department of State, Bureau of Democracy, Human Rights, and Labor, sec. 1.a)',
    ],
    [
      'eoir',
      `Bureau of Democracy, Human Rights, and Labor, U.S. Dep't of State, *2021 Country Reports on Human Rights Practices: Mali* § 1.a (Apr. 12, 2022), available at ${ADDRESS}.`,
    ],
    [
      'coi',
      `USDOS – US Department of State: 2021 Country Reports on Human Rights Practices: Mali, 12 April 2022, section 1.a, ${ADDRESS} (accessed on 14 August 2025)`,
    ],
  ] as const)('%s', (style, expected) => {
    expect(write(cite('1.a'), style)).toBe(expected);
  });
});

describe('a place', () => {
  const place = (citation: Citation, style: ProseStyle) =>
    write(citation, style)
      .replace(/^.*Mali\*?\^?/, '')
      .replace(/^ \(Washington, DC, April 12, 2022\)/, '')
      .replace(/ ?<?https:.*$/, '');

  test('under a heading without a label is named by it, the comma inside the marks where Americans put it', () => {
    expect(place(cite('6/women', 2), 'bluebook')).toBe(' § 6, “Women,” para. 2 (Apr. 12, 2022),');
    expect(place(cite('6/women'), 'chicago-note')).toBe(', sec. 6, “Women,”');
    expect(place(cite('6/women', 2), 'oscola')).toBe(
      ' (US Department of State, 12 April 2022) s 6, ‘Women’, para 2',
    );
    expect(write(cite('6/women', 2), 'apa-in-text')).toMatch(/, 2022, Section 6, “Women,” para\. 2\)$/);
    expect(write(cite('6/women', 2), 'mla-in-text')).toMatch(/, sec\. 6, “Women,” par\. 2\)$/);
  });

  test('under a letter and a heading has both', () => {
    expect(place(cite('1.c/prison', 4), 'bluebook')).toBe(
      ' § 1.c, “Prison Conditions,” para. 4 (Apr. 12, 2022),',
    );
    expect(place(cite('1.c/prison'), 'coi')).toBe(', 12 April 2022, section 1.c, “Prison Conditions”,');
  });

  test('without any label goes by its heading alone', () => {
    expect(place(cite('executive-summary'), 'bluebook')).toBe(', “Executive Summary” (Apr. 12, 2022),');
    expect(place(cite('executive-summary', 1), 'oscola')).toBe(
      ' (US Department of State, 12 April 2022) ‘Executive Summary’, para 1',
    );
    expect(write(cite('executive-summary', 1), 'apa-in-text')).toMatch(
      /, Executive Summary section, para\. 1\)$/,
    );
  });

  test('whose label the report prints twice says which one is meant', () => {
    expect(place(cite('2~2.d', 1), 'bluebook')).toBe(' § 2.d [second occurrence], para. 1 (Apr. 12, 2022),');
  });
});

describe('what is not known', () => {
  test.each(ALL)('%s: no date of release, no time of capture, and nothing in their place', (style) => {
    const head = { provenance: { ...PROVENANCE, capturedAt: null } };
    const text = write(cite('1.a', 3, head, { releaseDate: null }), style);
    expect(text).not.toMatch(/undefined|null|NaN|\(\)|\d{4}-\d\d|[Aa]ccessed|Apr|, ,| {2}/);
  });

  test.each(ALL)('%s: an invented sample is laid at nobody’s door', (style) => {
    const text = write(cite('1.a', 3, { sample: true, areaName: 'Velmora' }), style);
    expect(text).not.toMatch(/State|Bureau|state\.gov|Apr|undefined|null|\(\)|, ,|, \)| {2}/);
    expect(text).toContain('Variorum');
    if (!style.endsWith('in-text')) expect(text).toContain('[invented sample, not a publication of any');
  });
});

test('an older text says when it was captured, for its address shows other words now', () => {
  for (const style of ALL.filter((one) => !one.endsWith('in-text'))) {
    expect(write(cite(null, null, {}, {}, false), style)).toMatch(
      / \[Earlier text of this report, as captured on 14 August 2025; Variorum version 0123456789ab\.\]$/,
    );
  }
});

test('a copy of a copy names the archive behind the official address', () => {
  const archived = 'https://web.archive.org/web/20250814000000/https://www.state.gov/x';
  const text = write(
    cite(null, null, { provenance: { ...PROVENANCE, capturedAddress: archived } }),
    'bluebook',
  );
  expect(text).toMatch(new RegExp(`mali/ \\[${archived.replaceAll('.', '\\.')}\\]\\.$`));
});

test.each(['China (Includes Hong Kong, Macau, and Tibet)', 'Côte d’Ivoire', 'Bahamas, The', 'A & B <i>*_#'])(
  'the area %s stands in every style as printed, and cannot become markup',
  (areaName) => {
    for (const style of ALL.filter((one) => !one.endsWith('in-text'))) {
      const runs = renderCitation(cite('6/women', 2, { areaName }), style);
      expect(runsToText(runs)).toContain(`: ${areaName}`);
      expect(
        runsToHtml(runs).replace(/<\/?i>|<span style="font-variant: small-caps">|<\/span>/g, ''),
      ).not.toMatch(/<|&(?!amp;|lt;|gt;)/);
      expect(runsToMarkdown(runs)).not.toMatch(/[^\\]_#/);
    }
  },
);

const PROVENANCE = {
  address: ADDRESS,
  host: 'www.state.gov',
  capturedAddress: null,
  capturedAt: '2025-08-14T00:00:00.000Z',
  capturedAtSource: null,
  sha256: 'c'.repeat(64),
  bytes: 1000,
  importedFrom: '2021/mali.html',
  readerVersion: '1',
};
