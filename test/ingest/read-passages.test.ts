import { describe, expect, test } from 'vitest';
import { block, chapter, findingsOf, read, subtitle, summary } from './page-fixture.ts';

/** The passages of one subsection holding the given markup. */
function passages(inner: string, edition = 2021) {
  const report = read({
    edition,
    body:
      summary() +
      chapter(
        'Section 1.',
        'Respect for the Integrity of the Person',
        block(subtitle('a. Prison Conditions') + inner),
      ),
  });
  return { report, found: report.passages.filter(({ section }) => section === '1.a') };
}

describe('run-in labels', () => {
  test.each([
    ['underlined, colon outside', '<p><u>Physical Conditions</u>: Cells were dry.</p>'],
    ['bold, colon inside', '<p><b>Physical Conditions:</b> Cells were dry.</p>'],
    ['strong in a span', '<p><span><strong>Physical Conditions</strong></span>: Cells were dry.</p>'],
    ['nested bolds with the colon apart', '<p><b>Physical </b><b>Conditions</b><b>:</b> Cells were dry.</p>'],
    ['an empty underline and no markup', '<p><u></u>Physical Conditions: Cells were dry.</p>'],
  ])('%s', (_, markup) => {
    const { found } = passages(markup);
    expect(found[0]).toMatchObject({
      label: 'Physical Conditions',
      text: 'Physical Conditions: Cells were dry.',
    });
  });

  test('without markup only known words are a label', () => {
    const { found, report } = passages(
      '<p>Administration: One ledger.</p><p>Wardens named two needs: soap and light.</p>',
    );
    expect(found.map(({ label }) => label)).toEqual(['Administration', null]);
    expect(report.findings).toContainEqual({
      kind: 'unmarked-run-in-label',
      section: '1.a',
      detail: 'Administration',
      count: 1,
    });
  });

  test('a bold sentence before a colon is no label', () => {
    const { found } = passages(
      '<p><b>The wardens of the northern jail asked for three things:</b> soap, light, and books.</p>',
    );
    expect(found[0]?.label).toBeNull();
  });

  test('a marked label that the crosswalk does not know is kept and found', () => {
    const { found, report } = passages('<p><b>Harbour Cells:</b> None.</p>');
    expect(found[0]?.label).toBe('Harbour Cells');
    expect(report.findings).toContainEqual({
      kind: 'unmapped-heading',
      section: '1.a',
      detail: 'Harbour Cells',
      count: 1,
    });
  });

  test('paragraphs after a label stand under it until the next', () => {
    const { found } = passages(
      '<p>Plain.</p><p><b>Rape and Domestic Violence:</b> One.</p><p>Two.</p><p><b>Administration:</b> Three.</p>',
    );
    expect(found.map(({ underLabel, topics }) => [underLabel, topics])).toEqual([
      [null, ['prison']],
      ['Rape and Domestic Violence', ['gender-violence']],
      ['Rape and Domestic Violence', ['gender-violence']],
      ['Administration', ['prison']],
    ]);
  });

  test('a label printed as a heading opens its paragraph', () => {
    const { found, report } = passages('<h3>Administration:</h3><p>One ledger.</p>');
    expect(found[0]).toMatchObject({ label: 'Administration', text: 'Administration: One ledger.' });
    expect(findingsOf(report)).toContain('promoted-run-in-label');
  });
});

describe('what survives of the markup', () => {
  test('links and emphasis do, with their places in the text', () => {
    const { found } = passages(
      '<p>See  the <i>Harbour Review</i> at <a href="/reports/x"><span>this page</span><span class="icon-external"></a>.</p>',
    );
    expect(found[0]?.text).toBe('See the Harbour Review at this page.');
    expect(found[0]?.marks).toEqual([
      { kind: 'emphasis', start: 8, end: 22 },
      { kind: 'link', start: 26, end: 35, href: 'https://www.state.gov/reports/x' },
    ]);
  });

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])('a link to %s is only its words', (href) => {
    const { found } = passages(`<p>See <a href="${href}" onclick="steal()">here</a>.</p>`);
    expect(found[0]).toMatchObject({ text: 'See here.', marks: [] });
  });

  test('scripts, styles and unknown elements leave nothing but visible words', () => {
    const { found } = passages(
      '<p>Seen<script>alert("x")</script><style>p{}</style> <blink onmouseover="x()">here</blink><svg><text>no</text></svg>.</p>',
    );
    expect(found[0]?.text).toBe('Seen here.');
  });

  test('a web archive’s rewriting of links is undone', () => {
    const { found } = passages(
      '<p><a href="https://web.archive.org/web/20191018144142/https://www.example.org/a">A</a> <a href="/web/20191018144142mp_/https://www.example.org/b">B</a></p>',
    );
    expect(found[0]?.marks.map((mark) => (mark.kind === 'link' ? mark.href : ''))).toEqual([
      'https://www.example.org/a',
      'https://www.example.org/b',
    ]);
  });
});

describe('passages', () => {
  test('every kind of white space parts words; invisible letters stay', () => {
    const { found } = passages('<p>One\u00a0two\u2009three\u202ffour\u200bfive</p>');
    expect(found[0]).toMatchObject({ text: 'One two three four\u200bfive', words: 4 });
  });

  test('no space is put between inline elements', () => {
    const { found } = passages('<p>Ma<b>yer</b> Daak<sup>1</sup></p>');
    expect(found[0]?.text).toBe('Mayer Daak1');
  });

  test('list items and table rows are passages of their own', () => {
    const { found } = passages(
      '<ul><li>One</li><li><p>Two</p></li></ul><table><tr><td>Cell</td><td>and cell</td></tr></table>',
    );
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([
      ['list-item', 'One'],
      ['list-item', 'Two'],
      ['table-row', 'Cell and cell'],
    ]);
  });

  test('numbers count within the section, digests depend on the text alone', () => {
    const { found } = passages('<p>Same words.</p><p>Same <b>words</b>.</p>');
    expect(found.map(({ number }) => number)).toEqual([1, 2]);
    expect(found[0]?.digest).toBe(found[1]?.digest);
    expect(found[0]?.digest).toMatch(/^[0-9a-f]{16}$/);
  });
});
