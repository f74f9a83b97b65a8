import { parse } from '@retorquere/bibtex-parser';
import { Engine } from 'citeproc';
import { describe, expect, test } from 'vitest';
import { renderBiblatex, renderBibtex } from '../../../src/export/citation/bibtex.ts';
import { renderCslJson } from '../../../src/export/citation/csl-json.ts';
import { renderRis } from '../../../src/export/citation/ris.ts';
import { escapeTex, escapeTexAscii } from '../../../src/export/citation/tex-text.ts';
import { makeRandom } from '../../random.ts';
import { cite } from './mali-citation.ts';

const ADDRESS = 'https://www.state.gov/reports/2021-country-reports-on-human-rights-practices/mali/';
const NOTE = 'Covers events of 2021. Released 12 April 2022. Accessed 14 August 2025';
const TITLE = '2021 Country Reports on Human Rights Practices: Mali';

describe('Mali, 2021, as a record', () => {
  test('BibTeX keeps the bureau together at its “and”', () => {
    expect(renderBibtex([cite()])).toBe(
      `@techreport{usdos-mli-2021,
  author = {{Bureau of Democracy, Human Rights, and Labor}},
  title = {{${TITLE}}},
  institution = {U.S. Department of State},
  type = {Country report},
  year = {2022},
  month = apr,
  url = {${ADDRESS}},
  note = {${NOTE}}
}
`,
    );
  });

  test('BibLaTeX has whole dates', () => {
    const record = renderBiblatex([cite('6/women', 2)]);
    expect(record).toMatch(/^@report\{usdos-mli-2021-6\.women-2,\n/);
    for (const field of [
      'date = {2022-04-12}',
      'urldate = {2025-08-14}',
      'annotation = {sec. 6, Women, para. 2}',
    ])
      expect(record).toContain(`  ${field}`);
  });

  test('RIS begins with its type and ends with ER, the department as author, for the bureau has commas', () => {
    expect(renderRis([cite('1.a')])).toBe(
      [
        'TY  - RPRT',
        'ID  - usdos-mli-2021-1.a',
        'AU  - U.S. Department of State',
        `TI  - ${TITLE}`,
        'PY  - 2022',
        'DA  - 2022/04/12',
        'CY  - Washington, DC',
        'PB  - Bureau of Democracy, Human Rights, and Labor',
        'M3  - Country report',
        'SE  - sec. 1.a',
        `N1  - ${NOTE}`,
        'LA  - en',
        `UR  - ${ADDRESS}`,
        'Y2  - 2025/08/14',
        'ER  - \r\n',
      ].join('\r\n'),
    );
  });

  test('CSL-JSON has the bureau as it is, the genre and both dates', () => {
    expect(JSON.parse(renderCslJson([cite('1.a', 4)]))).toMatchObject([
      {
        id: 'usdos-mli-2021-1.a-4',
        type: 'report',
        author: [{ literal: 'Bureau of Democracy, Human Rights, and Labor' }],
        genre: 'Country report',
        issued: { 'date-parts': [[2022, 4, 12]] },
        accessed: { 'date-parts': [[2025, 8, 14]] },
        URL: ADDRESS,
        custom: { address: '2021/mli#1.a:4', place: 'sec. 1.a, para. 4', passageDigest: '0123456789abcdef' },
      },
    ]);
  });
});

test('keys are the same in every file and stand in it once', () => {
  const older = cite(null, null, {}, {}, false);
  const records = renderBibtex([cite(), cite('1.a'), cite(), older, cite('2~2.d', 3)]);
  expect([...records.matchAll(/^@techreport\{(.*),$/gm)].map(([, key]) => key)).toEqual([
    'usdos-mli-2021',
    'usdos-mli-2021-1.a',
    'usdos-mli-2021-v0123456789ab',
    'usdos-mli-2021-2-again-2.d-3',
  ]);
});

describe('what is not known is left out', () => {
  const unknown = cite(null, null, { provenance: { ...BARE(), capturedAt: null } }, { releaseDate: null });
  test.each([
    ['BibTeX', renderBibtex([unknown])],
    ['BibLaTeX', renderBiblatex([unknown])],
    ['RIS', renderRis([unknown])],
    ['CSL-JSON', renderCslJson([unknown])],
  ])('%s', (_, record) => {
    expect(record).not.toMatch(
      /undefined|null|NaN|Accessed|accessed|issued|Released|urldate|\bdate|year|PY {2}-|DA {2}-|Y2 {2}-|\{\}/,
    );
    expect(record).toContain('Covers events of 2021');
  });
});

describe('whatever stands in a name', () => {
  const random = makeRandom(20_211);
  const PIECES = [
    ...'\\{}#$%&_~^"@,=\'`<>-éüñçøßłŽĀőąạ’“–§…ab Z09',
    '\\textbf{',
    '%\n',
    'Türkiye',
    'Côte d’Ivoire',
    '你',
    '𝄞',
  ];
  const names = Array.from({ length: 400 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 12) }, () => PIECES[Math.floor(random() * PIECES.length)])
      .join('')
      .replace(/\s+/g, ' ')
      .trim(),
  ).filter((name) => name !== '');

  test('braces stay balanced and no percent sign begins a comment', () => {
    for (const name of names) {
      for (const escaped of [escapeTex(name), escapeTexAscii(name)]) {
        let depth = 0;
        for (const character of escaped) {
          depth += character === '{' ? 1 : character === '}' ? -1 : 0;
          expect(depth, name).toBeGreaterThanOrEqual(0);
        }
        expect(depth, name).toBe(0);
        expect(escaped, name).not.toMatch(/(?<!\\)[#$%&_]/);
      }
    }
  });

  test('another program reads the title back letter by letter from BibLaTeX', () => {
    const odd = names.filter((name) => !/[\s"'`<>~-]/.test(name)).slice(0, 120);
    const text = renderBiblatex(odd.map((areaName, i) => cite(null, null, { areaName, area: `a${i}` })));
    const { entries, errors } = parse(text, { sentenceCase: false });
    expect(errors).toEqual([]);
    expect(entries.map(({ fields }) => plain(String(fields.title)))).toEqual(
      odd.map((name) => `2021 Country Reports on Human Rights Practices: ${name}`),
    );
  });

  test('another program reads names with accents back from BibTeX', () => {
    const areas = [
      'Côte d’Ivoire',
      'Turkey (Türkiye)',
      'São Tomé and Príncipe',
      'Bahamas, The',
      'A & B 100% #1_x',
    ];
    const text = renderBibtex(areas.map((areaName, i) => cite(null, null, { areaName, area: `a${i}` })));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
    expect(text).toMatch(/^[\x00-\x7f]*$/);
    const { entries, errors } = parse(text, { sentenceCase: false });
    expect(errors).toEqual([]);
    entries.forEach(({ type, fields }, i) => {
      expect(type).toBe('techreport');
      expect(plain(String(fields.title)).replaceAll("'", '’')).toBe(
        `2021 Country Reports on Human Rights Practices: ${areas[i]}`,
      );
      expect(fields.author).toEqual([{ name: 'Bureau of Democracy, Human Rights, and Labor' }]);
      expect(fields.note).toBe(NOTE);
      expect(fields.url).toBe(ADDRESS);
    });
  });

  test('a RIS file is lines of tags, each record from TY to ER', () => {
    const file = renderRis(
      names.map((areaName, i) =>
        cite(null, null, { areaName: `${areaName}\r\nER  - \r\nTY  - BOOK\u2028x`, area: `a${i}` }),
      ),
    );
    const records = file.split(/^ER {2}- \r\n/m);
    expect(records.pop()).toBe('');
    expect(records).toHaveLength(names.length);
    records.forEach((record) => {
      const lines = record.trim().split('\r\n');
      expect(lines[0]).toBe('TY  - RPRT');
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\p{Cc}\p{Zl}\p{Zp}]+$/u);
      const tags = lines.map((line) => line.slice(0, 2));
      expect(new Set(tags).size).toBe(tags.length);
    });
  });
});

/** The smallest style that prints what our items must hold: written for this test. */
const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
  <info><title>Test</title><id>test</id><updated>2024-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=".">
    <group delimiter=". ">
      <names variable="author"/><text variable="title"/><text variable="genre"/><text variable="publisher"/>
      <date variable="issued"><date-part name="year"/><date-part name="month" form="numeric" prefix="-"/><date-part name="day" prefix="-"/></date>
      <text variable="URL"/>
      <date variable="accessed"><date-part name="year"/><date-part name="month" form="numeric" prefix="-"/><date-part name="day" prefix="-"/></date>
    </group>
  </layout></bibliography>
</style>`;
const LOCALE =
  '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="and">and</term><term name="et-al">et al.</term><term name="and others">and others</term></terms></locale>';

test('a CSL processor prints our CSL-JSON', () => {
  const items = JSON.parse(renderCslJson([cite()])) as { id: string }[];
  const engine = new Engine(
    { retrieveLocale: () => LOCALE, retrieveItem: (id) => items.find((item) => item.id === id) },
    STYLE,
  );
  engine.updateItems(items.map(({ id }) => id));
  engine.setOutputFormat('text');
  expect(engine.makeBibliography()[1]).toEqual([
    `Bureau of Democracy, Human Rights, and Labor. ${TITLE}. Country report. U.S. Department of State. 2022-4-12. ${ADDRESS}. 2025-8-14.\n`,
  ]);
});

/** The parser gives what is kept from changing its case as `<span class="nocase">`. */
function plain(html: string): string {
  return html
    .replace(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .normalize('NFC');
}

function BARE() {
  return {
    address: ADDRESS,
    host: 'www.state.gov',
    capturedAddress: null,
    capturedAt: null,
    capturedAtSource: null,
    sha256: 'c'.repeat(64),
    bytes: 1000,
    importedFrom: '2021/mali.html',
    readerVersion: '1',
  };
}
