import { readdirSync, readFileSync } from 'node:fs';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';

const FOLDER = new URL('../../sample/', import.meta.url);
const NOTICE =
  'This is an invented report about an invented country. It was written for Variorum and is not a publication of any government; nothing in it is real.';
const WORDS: Readonly<Record<number, readonly [number, number]>> = {
  2022: [400, 900],
  2023: [400, 900],
  2024: [300, 500],
};

interface AreaFacts {
  readonly display: string;
  readonly names: Readonly<Record<string, readonly number[]>>;
  readonly slugs: Readonly<Record<string, readonly number[]>>;
}

const areas: Readonly<Record<string, AreaFacts>> = JSON.parse(
  readFileSync(new URL('areas.json', FOLDER), 'utf8'),
);
const pages = [2022, 2023, 2024].flatMap((year) =>
  readdirSync(new URL(`${year}/`, FOLDER))
    .filter((file) => file.endsWith('.html'))
    .map((file) => readSamplePage(year, file)),
);

describe('the sample editions', () => {
  it('are nine pages: every area in every edition, under the slug it had', () => {
    const expected = Object.values(areas).flatMap(({ slugs }) =>
      Object.entries(slugs).flatMap(([slug, years]) => years.map((year) => `${year}/${slug}`)),
    );
    expect(expected).toHaveLength(9);
    expect(pages.map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  it('use codes that no country has, and one country changed its name', () => {
    for (const code of Object.keys(areas)) expect(code).toMatch(/^zz[a-z]$/);
    const renamed = Object.values(areas).filter(({ names }) => Object.keys(names).length > 1);
    expect(renamed.map(({ names }) => Object.keys(names))).toEqual([['Upper Quendal', 'Quendary']]);
  });

  it('name no page of the real publisher anywhere', () => {
    for (const { id, html } of pages)
      expect(html, id).not.toMatch(/state\.gov|\/\/(?![\w.-]+\.invalid\/|www\.w3\.org)/i);
  });

  it('leave the year out of the title of one page, as some real pages do', () => {
    expect(pages.filter(({ title }) => !/^\d{4} /.test(title)).map(({ id }) => id)).toEqual([
      '2023/santorlo',
    ]);
  });
});

describe.each(pages)('the sample page $id', (page) => {
  const { year, slug } = page;

  it('says in the body and above it that it is invented and no publication of a government', () => {
    expect(page.paragraphs[0]).toBe(NOTICE);
    expect(page.above).toContain(
      'an invented report about an invented country, not a publication of any government',
    );
  });

  it('has an address and a title that agree', () => {
    expect(page.canonical).toBe(
      `https://sample.invalid/reports/${year}-country-reports-on-human-rights-practices/${slug}${year === 2024 ? '' : '/'}`,
    );
    const name = Object.values(areas)
      .filter(({ slugs }) => slugs[slug]?.includes(year))
      .flatMap(({ names }) => Object.entries(names))
      .find(([, years]) => years.includes(year))?.[0];
    expect([`${year} Country Reports on Human Rights Practices: ${name}`, name]).toContain(page.title);
    expect(page.headTitle).toBe(`${name} - Variorum sample editions`);
  });

  it('has a few hundred words', () => {
    const [least, most] = WORDS[year] ?? [0, 0];
    const words = page.paragraphs.reduce((sum, text) => sum + countTokens(text), 0);
    expect(words).toBeGreaterThanOrEqual(least);
    expect(words).toBeLessThanOrEqual(most);
  });

  it('is a small file', () => {
    expect(Buffer.byteLength(page.html)).toBeLessThan(30_000);
  });

  it('has the sections of its edition, each title with its icon', () => {
    expect(page.sections).toEqual(
      year === 2024
        ? ['Section 1. Life', 'Section 2. Liberty', 'Section 3. Security of the Person']
        : [
            'Section 1. Respect for the Integrity of the Person',
            'Section 2. Respect for Civil Liberties',
            'Section 3. Freedom to Participate in the Political Process',
            `Section 4. Corruption ${year === 2022 ? 'and Lack of Transparency ' : ''}in Government`,
            `Section 5. Governmental Posture Towards International and Nongovernmental ${year === 2022 ? '' : 'Monitoring and '}Investigation of Alleged Abuses of Human Rights`,
            'Section 6. Discrimination and Societal Abuses',
            'Section 7. Worker Rights',
          ],
    );
    expect(page.icons).toBe(page.sections.length);
  });

  it('gives every heading an id of its own', () => {
    expect(new Set(page.ids).size).toBe(page.ids.length);
  });

  it('marks run-in labels in bold, but none in 2024', () => {
    if (year === 2024) expect(page.labels).toBe(0);
    else expect(page.labels).toBeGreaterThanOrEqual(15);
  });
});

function readSamplePage(year: number, file: string) {
  const html = readFileSync(new URL(`${year}/${file}`, FOLDER), 'utf8');
  const slug = file.replace(/\.html$/, '');
  const document = parseDocument(html);
  const all = (name: string) => DomUtils.getElementsByTagName(name, document);
  const roots = all('section').filter(({ attribs }) => attribs.class?.split(' ').includes('report__main'));
  expect(roots, `${year}/${file} has one report`).toHaveLength(1);
  const inside = (name: string) => DomUtils.getElementsByTagName(name, roots);
  const withClass = (name: string, className: string) =>
    inside(name).filter(({ attribs }) => attribs.class?.split(' ').includes(className));
  const text = (node: Parameters<typeof DomUtils.textContent>[0] | undefined) =>
    node === undefined ? '' : DomUtils.textContent(node).replace(/\s+/g, ' ').trim();

  const titles = [
    ...withClass('h2', 'report__section-title'),
    ...withClass('h3', 'report__section-title'),
  ].filter(({ attribs }) => attribs.id !== 'report-toc__exec-summary');
  const numbers = [...withClass('h4', 'report-toc-section'), ...withClass('p', 'report-toc-section')];
  return {
    id: `${year}/${slug}`,
    year,
    slug,
    html,
    above: text(all('header')[0]),
    canonical: all('link').find(({ attribs }) => attribs.rel === 'canonical')?.attribs.href ?? null,
    title: text(all('h1')[0]),
    headTitle: text(all('title')[0]),
    /** Without the printed number of a section, which is a heading though a `p`. */
    paragraphs: inside('p')
      .filter((p) => !numbers.includes(p))
      .map(text)
      .filter((words) => words !== ''),
    sections: titles.map((title, at) => `${text(numbers[at])} ${text(title)}`),
    icons: withClass('span', 'icon-svg').filter(
      (span) => DomUtils.getElementsByTagName('svg', span).length === 1,
    ).length,
    ids: ['h2', 'h3', 'h4', 'h5'].flatMap(inside).flatMap(({ attribs }) => attribs.id ?? []),
    labels: inside('p').filter(
      ({ children: [first] }) => first !== undefined && /^(b|strong)$/.test(nameOf(first)),
    ).length,
  };
}

function nameOf(node: Parameters<typeof DomUtils.textContent>[0]): string {
  return Array.isArray(node) || !('name' in node) ? '' : node.name;
}

/** A word is what stands between white space, the no-break space included. */
function countTokens(text: string): number {
  return text.split(/\s+/).filter((token) => token !== '').length;
}
