import { describe, expect, test } from 'vitest';
import { block, chapter, findingsOf, outlineOf, read, subtitle, summary } from './page-fixture.ts';

const PERSON = 'Respect for the Integrity of the Person';

describe('the outline is rebuilt from printed labels and the edition’s layout', () => {
  test('a chapter has the number it prints, whatever its id says', () => {
    const report = read({ body: summary() + chapter('Section 1.', PERSON, block('<p>Calm.</p>')) });
    expect(outlineOf(report)).toEqual({
      'executive-summary': 'EXECUTIVE SUMMARY',
      '1': `Section 1. ${PERSON}`,
    });
    expect(report.sections[1]).toMatchObject({
      label: 'Section 1.',
      heading: PERSON,
      depth: 1,
      parent: null,
    });
  });

  test('a heading with its number inside is the same chapter', () => {
    const body = `${summary()}<section class="report__content__inner"><h2 class="report__section-title">Section 1. ${PERSON}</h2><p>Calm.</p></section>`;
    expect(read({ body }).sections[1]).toMatchObject({ key: '1', label: 'Section 1.', heading: PERSON });
  });

  test('headings without a letter stand beneath the lettered one before them, as h4 and as h3', () => {
    const inner = (tag: string) =>
      block(`${subtitle('b. Disappearance')}<p>None.</p>`) +
      block(`<${tag}>Trial Procedures</${tag}><p>Fair.</p>`);
    for (const [edition, tag] of [
      [2016, 'h4'],
      [2019, 'h3'],
      [2021, 'h4'],
    ] as const) {
      const report = read({ edition, body: summary() + chapter('Section 1.', PERSON, inner(tag)) });
      expect(report.sections.map(({ key }) => key)).toEqual([
        'executive-summary',
        '1',
        '1.b',
        '1.b/trial-procedures',
      ]);
    }
  });

  test('where a chapter has no letters its headings stand beneath the chapter', () => {
    const inner = block(`${subtitle('Women')}<p>One.</p>`) + block(`${subtitle('Worker Rights')}<p>Two.</p>`);
    const report = read({
      body: summary() + chapter('Section 6.', 'Discrimination and Societal Abuses', inner),
    });
    expect(report.sections.map(({ key, depth }) => [key, depth])).toEqual([
      ['executive-summary', 1],
      ['6', 1],
      ['6/women', 2],
      ['6/worker-rights', 2],
    ]);
  });

  test('in the 2024 outline an h5 stands beneath its h4, also where it is printed as an h4', () => {
    const inner = block(
      `${subtitle('b. Worker Rights')}<h4>Work Conditions</h4><p>Fair.</p><h5>Wage Laws</h5><p>Some.</p><h4>Wage Laws</h4><p>More.</p>`,
    );
    const report = read({ edition: 2024, body: summary() + chapter('Section 2.', 'Freedom', inner) });
    expect(report.sections.map(({ key }) => key)).toEqual([
      'executive-summary',
      '2',
      '2.b',
      '2.b/work-conditions',
      '2.b/work-conditions/wage-laws',
      '2.b/work-conditions/wage-laws~2',
    ]);
  });

  test('a section printed twice is kept twice and found odd', () => {
    const body =
      summary() +
      chapter('Section 1.', PERSON, block('<p>A.</p>')) +
      chapter('Section 1.', PERSON, block('<p>B.</p>'));
    const report = read({ body });
    expect(report.sections.map(({ key }) => key)).toEqual(['executive-summary', '1', '1~2']);
    expect(findingsOf(report)).toContain('repeated-label');
  });

  test('a lettered heading that stands as a chapter of its own belongs to the chapter before it', () => {
    const body =
      summary() +
      chapter('Section 1.', PERSON, block(`${subtitle('b. Disappearance')}<p>None.</p>`)) +
      `<section class="report__content__inner"><a class="accordion-title"><h3 class="report__section-title">c. Conflict Abuses</h3></a><p>None.</p></section>`;
    const report = read({ body });
    expect(report.sections.at(-1)).toMatchObject({ key: '1.c', parent: '1', label: 'c.' });
    expect(findingsOf(report)).toContain('subsection-as-chapter');
  });

  test('a heading printed as a plain paragraph is a heading, an ordinary short sentence is not', () => {
    const inner = block(
      `${subtitle('b. Disappearance')}<p>None.</p><p>Trial Procedures</p><p>Fair.</p><p>Trial procedures were fair.</p>`,
    );
    const report = read({ body: summary() + chapter('Section 1.', PERSON, inner) });
    expect(report.sections.at(-1)).toMatchObject({ key: '1.b/trial-procedures', passageCount: 2 });
    expect(findingsOf(report)).toContain('heading-in-paragraph');
  });

  test('a heading whose tag was broken into its text is a heading all the same', () => {
    const inner = block(
      `${subtitle('b. Disappearance')}<p>None.</p><p>h2&gt;Trial Procedures</p><p>Fair.</p>`,
    );
    const report = read({ body: summary() + chapter('Section 1.', PERSON, inner) });
    expect(report.sections.at(-1)).toMatchObject({
      key: '1.b/trial-procedures',
      heading: 'Trial Procedures',
      printed: 'h2>Trial Procedures',
      passageCount: 1,
    });
  });

  test('line breaks part paragraphs, and a heading may hide behind one', () => {
    const inner = block(
      `${subtitle('a. Prison Conditions')}<p>First.<br>Second.<br/><b>b. Disappearance</b><br>None.</p>`,
    );
    const report = read({ edition: 2024, body: summary() + chapter('Section 1.', PERSON, inner) });
    expect(report.sections.map(({ key, passageCount }) => [key, passageCount])).toEqual([
      ['executive-summary', 1],
      ['1', 0],
      ['1.a', 2],
      ['1.b', 1],
    ]);
    expect(findingsOf(report)).toEqual(
      expect.arrayContaining(['break-as-paragraph', 'heading-behind-break']),
    );
    // It is printed in no heading, so in none of a lower level either.
    expect(findingsOf(report)).not.toContain('subsection-from-lower-heading');
  });

  test('a lettered subsection may be printed in a heading of a lower level', () => {
    const inner = block(
      `${subtitle('a. Prison Conditions')}<p>First.</p><h4>b. Disappearance</h4><p>None.</p>`,
    );
    const report = read({ edition: 2024, body: summary() + chapter('Section 1.', PERSON, inner) });
    expect(report.sections.at(-1)).toMatchObject({ key: '1.b', parent: '1' });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ kind: 'subsection-from-lower-heading', section: '1.b' }),
    );
  });

  test('a block without a heading continues the subsection before it', () => {
    const inner = block(`${subtitle('b. Disappearance')}<p>One.</p>`) + block('<p>Two.</p>');
    const report = read({ body: summary() + chapter('Section 1.', PERSON, inner) });
    expect(report.sections.at(-1)).toMatchObject({ key: '1.b', passageCount: 2 });
    expect(findingsOf(report)).toContain('continued-subsection');
  });

  test('a chapter without its printed number is known by its title', () => {
    const body = `${summary()}<section class="report__content__inner"><h3 class="report__section-title">Freedom to Participate in the Political Process</h3><p>Votes.</p></section>`;
    const report = read({ body });
    expect(report.sections[1]).toMatchObject({ key: '3', label: null });
    expect(findingsOf(report)).toContain('unlabelled-chapter');
  });

  test('an address glued to a heading stays on record but is not part of the heading', () => {
    const inner =
      block(`${subtitle('Women')}<p>One.</p>`) +
      block(`${subtitle('https://www.example.org/page/Worker Rights')}<p>Two.</p>`);
    const report = read({
      body: summary() + chapter('Section 6.', 'Discrimination and Societal Abuses', inner),
    });
    expect(report.sections.at(-1)).toMatchObject({
      key: '6/worker-rights',
      heading: 'Worker Rights',
      printed: 'https://www.example.org/page/Worker Rights',
    });
    expect(findingsOf(report)).toContain('address-in-heading');
  });

  test('a sentence inside heading markup is text', () => {
    const inner = block(
      `${subtitle('b. Disappearance')}<h4>The harbour police found both fishermen alive on the second day.</h4><p>They were well.</p>`,
    );
    const report = read({ body: summary() + chapter('Section 1.', PERSON, inner) });
    expect(report.sections.at(-1)).toMatchObject({ key: '1.b', passageCount: 2 });
    expect(findingsOf(report)).toContain('sentence-in-heading');
  });

  test('text before the summary’s own heading is a note that belongs to the summary’s topic', () => {
    const body =
      `<section class="report__content__inner"><h2 class="report__section-title">Read a Section: Isles</h2><p>Figures on the reef islands stand on a page of their own.</p></section>` +
      chapter('', 'EXECUTIVE SUMMARY', block('<p>Quiet.</p>')).replace(
        '<h4 class="report-toc-section"></h4>',
        '',
      );
    const report = read({ body });
    expect(report.sections.map(({ key, printed }) => [key, printed])).toEqual([
      ['note', ''],
      ['executive-summary', 'EXECUTIVE SUMMARY'],
    ]);
    expect(report.passages[0]?.topics).toEqual(['executive-summary']);
    expect(report.boilerplate).toEqual([{ rule: 'section-navigation', words: 4 }]);
  });

  test('a report that lost its markup is recovered from one wrapped paragraph', () => {
    const filler = 'The council of the isles met on the quay and heard each complaint in turn.\n'.repeat(60);
    const body = `<p>\nThe isles were quiet all\nyear.\nSection 1. Respect for the Integrity of the Person\nb. Disappearance\n${filler}There were none.\nSection 3. Freedom to Participate in the Political Process\nVotes were free.\n</p>`;
    const report = read({ edition: 2024, body });
    expect(report.sections.map(({ key }) => key)).toEqual(['executive-summary', '1', '1.b', '3']);
    expect(findingsOf(report)).toContain('outline-lost');
    expect(report.passages.at(-1)?.text).toBe('Votes were free.');
  });
});
