import { describe, expect, it } from 'vitest';
import {
  escapeAttribute,
  renderExcerptHtml,
  renderMarkedHtml,
  renderSectionHtml,
} from '../../src/export/html-passage.ts';
import { makeExcerpt, makeSection } from './small-publication.ts';

describe('a passage on a page', () => {
  it('has its address as id and its number as a link to it', () => {
    const section = makeSection({ key: '1.c', printed: 'c. Jails', depth: 2, passages: [{ text: 'Full.' }] });
    expect(renderSectionHtml(section, '', 2)).toBe(
      '<h3 id="1.c">c. Jails <a class="address" href="#1.c" aria-label="Address of 1.c">#</a></h3>\n' +
        '<p class="passage" id="1.c:1"><a class="number" href="#1.c:1" aria-label="Passage 1.c:1">1</a>Full.</p>\n',
    );
  });

  it('stands in a list with its neighbours if it is an item', () => {
    const passages = [
      { text: 'a' },
      { text: 'b', kind: 'list-item' as const },
      { text: 'c', kind: 'list-item' as const },
      { text: 'd', kind: 'note' as const },
      { text: 'e', kind: 'list-item' as const },
    ];
    const html = renderSectionHtml(makeSection({ key: '1', printed: 'One', passages }), 'x-', 2);
    expect(html.replace(/<a .*?<\/a>| id="[^"]*"/g, '').split('\n')).toEqual([
      '<h2>One </h2>',
      '<p class="passage">a</p>',
      '<ul class="passages">',
      '<li class="passage list-item">b</li>',
      '<li class="passage list-item">c</li>',
      '</ul>',
      '<p class="passage note">d</p>',
      '<ul class="passages">',
      '<li class="passage list-item">e</li>',
      '</ul>',
      '',
    ]);
  });

  it('on a page of several reports names its report', () => {
    const sections = [{ key: '6/women', printed: '', heading: 'Women', passages: [{ text: 'a' }] }];
    const html = renderExcerptHtml(makeExcerpt(2021, 'vel', sections));
    expect(html).toContain('<h3 id="2021-vel-6/women">[Women] <a');
    expect(html).toContain('id="2021-vel-6/women:1"');
    const choice = { kind: 'topic' as const, topic: 'women' };
    const asked = renderExcerptHtml({ ...makeExcerpt(2021, 'vel', sections), choice });
    expect(asked).toContain('id="women-2021-vel-6/women:1"');
  });
});

describe('markup', () => {
  it('never comes out of the text', () => {
    expect(renderMarkedHtml('<script>&amp;</script>', [])).toBe('&lt;script&gt;&amp;amp;&lt;/script&gt;');
    expect(escapeAttribute('"><b onclick="x">')).toBe('&quot;&gt;&lt;b onclick=&quot;x&quot;&gt;');
  });

  it('comes from marks, nested as they overlap', () => {
    expect(
      renderMarkedHtml('Label & link', [
        { kind: 'strong', start: 0, end: 7 },
        { kind: 'link', start: 6, end: 12, href: 'https://reports.example/?a=1&b="2"' },
      ]),
    ).toBe(
      '<strong>Label </strong><a href="https://reports.example/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer"><strong>&amp;</strong> link</a>',
    );
    expect(renderMarkedHtml('m2', [{ kind: 'superscript', start: 1, end: 2 }])).toBe('m<sup>2</sup>');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//reports.example/',
    ' https://reports.example',
    'vbscript:x',
  ])('is no link to “%s”', (href) => {
    expect(renderMarkedHtml('x', [{ kind: 'link', start: 0, end: 1, href }])).toBe('x');
  });
});
