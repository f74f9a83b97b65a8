import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/export/render-html.ts';
import { collect, makeExcerpt, makePublication } from './small-publication.ts';

const sections = [
  {
    key: 'executive-summary',
    printed: 'SUMMARY <b>',
    passages: [
      {
        text: 'See </p><script>alert("x")</script> & this.',
        marks: [{ kind: 'link' as const, start: 0, end: 3, href: 'https://reports.example/"onclick="x' }],
      },
    ],
  },
  { key: '1', printed: 'Section 1.', context: true, passages: [] },
  { key: '1.c', printed: 'c. Jails', depth: 2, passages: [{ text: 'Full.' }, { text: 'Cold.' }] },
];
const gaps = [{ edition: 2019, area: 'squ', choice: null, reason: 'published-not-held' as const }];
const excerpts = [2020, 2021].map((year) => makeExcerpt(year, 'vel', sections));

async function render(publication = makePublication(excerpts, gaps)) {
  return readPage((await collect(renderHtml(publication))).join(''));
}

describe('the page', () => {
  it('is whole in itself: no script, nothing loaded, no link but to the web and to itself', async () => {
    const { elements, html } = await render();
    const names = new Set(elements.map(({ name }) => name));
    // The one script element is data for programs, which no browser runs.
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script type="application/json" id="variorum-verification">',
    ]);
    for (const name of ['link', 'img', 'iframe', 'object', 'embed', 'form', 'base'])
      expect(names.has(name), name).toBe(false);
    expect(html).not.toMatch(/url\(|@import|src=/);
    for (const { attributes } of elements) {
      expect(Object.keys(attributes).filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
      if (attributes.href !== undefined) expect(attributes.href).toMatch(/^(#|https:\/\/|mailto:)/);
      if (attributes.href?.startsWith('http')) expect(attributes.rel).toBe('noopener noreferrer');
    }
  });

  it('shows the text exactly', async () => {
    const { elements } = await render();
    const passage = elements.find(({ attributes }) => attributes.id === '2021-vel-executive-summary:1');
    expect(passage?.text).toBe('1See </p><script>alert("x")</script> & this.');
  });

  it('has each id once, and every link inside it leads somewhere', async () => {
    const { elements } = await render();
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of elements) {
      if (attributes.href?.startsWith('#')) expect(ids).toContain(attributes.href.slice(1));
    }
  });

  it('has its language, its title, its contents, and steps no heading level', async () => {
    const { elements, html } = await render();
    expect(html.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(elements.find(({ name }) => name === 'title')?.text).toBe('All sections: Velmora, 2020, 2021');
    const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name[1]));
    levels.slice(1).forEach((level, i) => {
      expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1);
    });
    const links = elements.filter(({ attributes }) => attributes.href === '#2021-vel');
    expect(links.map(({ text }) => text)).toEqual(['Velmora, 2021']);
  });

  it('states the facts of every report, the notice, and what is missing', async () => {
    const { html } = await render();
    expect(html.match(/Unofficial copy prepared from/g)).toHaveLength(2);
    expect(html.match(/<dt>SHA-256 of the captured bytes<\/dt>/g)).toHaveLength(2);
    expect(html).toContain('<li>2019: South Quendal</li>');
    expect(html).toContain('Absence of reporting is not evidence of absence.');
  });

  it('keeps ids apart where one report answers several choices', async () => {
    const choices = [
      { kind: 'section' as const, key: '1.c' },
      { kind: 'topic' as const, topic: 'jails' },
    ];
    const twice = choices.map((choice) => makeExcerpt(2021, 'vel', sections, { choice }));
    const { elements } = await render(makePublication(twice, [], { order: 'section', sections: choices }));
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('jails-2021-vel-1.c:2');
  });

  it('comes in pieces: the head first, then a report each', async () => {
    const pieces = await collect(renderHtml(makePublication(excerpts, gaps)));
    expect(pieces).toHaveLength(4);
    expect(pieces[1]).toMatch(/^<article/);
  });
});

interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements as an HTML parser sees them, each with all text inside it. */
function readPage(html: string): { html: string; elements: PageElement[] } {
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return { html, elements };
}
