import { describe, expect, test } from 'vitest';
import { normaliseHeading } from '../../src/domain/crosswalk.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { type PrintedHeading, readData, readHeadings } from './read-data.ts';
import { about, fields, listOf, oneOf, orNull, text, years } from './shape.ts';

const catalog = loadCatalog();
const { crosswalk } = catalog;
const headings = readHeadings();
const answers = headings.map((one) => ({
  ...one,
  answer: crosswalk.ask(one.heading, headingsAbove(one), one.edition),
}));

/** Headings that the list does not have: of 2020, of parts of pages that are no headings in the list's sense. */
const UNLISTED: readonly [heading: string, edition: number][] = [
  ['Note', 2021],
  ['SENSITIVE BUT UNCLASSIFIED', 2019],
  ['SOME COUNTRY PAGE * MERGEFORMAT 27', 2018],
  ['Members of National/Racial/Ethnic Minority Groups', 2020],
];

test('the file of rules has the fields it should have and no others', () => {
  const pattern = text;
  const shape = fields({
    about,
    rules: listOf(
      fields({
        pattern,
        'under?': pattern,
        'notUnder?': pattern,
        topic: orNull(text),
        relation: orNull(oneOf('exact', 'close', 'broad', 'narrow')),
        'kind?': oneOf('not-a-heading'),
        reason: text,
        'editions?': years,
      }),
    ),
  });
  expect(shape(readData('crosswalk'), 'crosswalk')).toEqual([]);
});

describe('every rule', () => {
  test('leads to a topic that exists, with a relation and a reason in a sentence, or says it is no heading', () => {
    for (const rule of crosswalk.rules) {
      const { topic, relation, reason, pattern } = rule;
      expect(reason, pattern).toMatch(/^\p{Lu}.{8,}\.$/u);
      expect(relation === null, pattern).toBe(topic === null);
      expect(Reflect.get(rule, 'kind'), pattern).toBe(topic === null ? 'not-a-heading' : undefined);
      if (topic !== null) expect(catalog.findTopic(topic), topic).not.toBeNull();
    }
  });

  test('looks at the heading as it is after normalisation', () => {
    for (const { pattern, under = '', notUnder = '' } of crosswalk.rules) {
      for (const one of [pattern, under, notUnder]) expect(one).toBe(one.toLowerCase());
    }
  });

  test('decides for some heading', () => {
    const used = new Set(
      [
        ...answers.map(({ answer }) => answer),
        ...UNLISTED.map(([heading, edition]) => crosswalk.ask(heading, [], edition)),
        ...IN_CONTEXT.map(([heading, above, edition]) => crosswalk.ask(heading, above, edition)),
      ].map((answer) => (answer.kind === 'unmapped' ? null : answer.rule)),
    );
    expect(crosswalk.rules.filter((rule) => !used.has(rule)).map(({ pattern }) => pattern)).toEqual([]);
  });
});

describe('the headings of every edition', () => {
  test('all lead to a topic or are known to be no headings', () => {
    const unmapped = answers.filter(({ answer }) => answer.kind === 'unmapped');
    expect(unmapped.map(({ edition, heading, under }) => `${edition} ${heading} (${under})`)).toEqual([]);
    const sum = (rows: readonly PrintedHeading[]) => rows.reduce((all, { count }) => all + count, 0);
    expect({
      distinct: new Set(headings.map(({ heading }) => heading)).size,
      rows: headings.length,
      occurrences: sum(headings),
      mapped: sum(answers.filter(({ answer }) => answer.kind === 'topic')),
      noHeadings: sum(answers.filter(({ answer }) => answer.kind === 'not-a-heading')),
      unmapped: unmapped.length,
    }).toEqual({
      distinct: 461,
      rows: 1321,
      occurrences: 109267,
      mapped: 109240,
      noHeadings: 27,
      unmapped: 0,
    });
  });

  test('are listed as facts: short, no sentences of a report, no addresses', () => {
    for (const { heading } of headings) {
      expect(heading.length).toBeLessThanOrEqual(160);
      expect(heading).not.toMatch(/https?:|[a-z]: [A-Z].*\.$/);
    }
  });
});

const LGBTI =
  'Acts of Violence, Criminalization, and Other Abuses Based on Sexual Orientation, Gender Identity or Expression, or Sex Characteristics';
const SOCIETY = 'Discrimination and Societal Abuses';
const LIBERTIES = 'Respect for Civil Liberties';
const PERSON = 'Respect for the Integrity of the Person';
const MOVEMENT =
  'Freedom of Movement, Internally Displaced Persons, Protection of Refugees, and Stateless Persons';

/** Headings that mean one thing or another by what stands above them, nearest first. */
const IN_CONTEXT: readonly [heading: string, above: string[], edition: number, topic: string | null][] = [
  ['Discrimination', ['Women', SOCIETY], 2023, 'women'],
  ['Discrimination', [LGBTI, SOCIETY], 2023, 'lgbti'],
  ['d. Discrimination', ['Worker Rights'], 2023, 'employment-discrimination'],
  [
    'Violence and Harassment',
    ['Freedom of Expression, Including for the Press', LIBERTIES],
    2019,
    'press-violence',
  ],
  ['Violence and Harassment', [LGBTI, SOCIETY], 2023, 'lgbti'],
  ['Freedom of Movement', [LIBERTIES], 2019, 'movement'],
  ['Freedom of Movement', ['Protection of Refugees', LIBERTIES], 2019, 'refugees'],
  ['Freedom of Movement', ['PROTECTION OF REFUGEES', MOVEMENT, LIBERTIES], 2016, 'refugees'],
  ['Employment', ['Protection of Refugees', LIBERTIES], 2021, 'refugees'],
  ['Employment', ['Women', SOCIETY], 2021, null],
  [
    'Amnesty',
    ['Political Prisoners and Detainees', 'Denial of Fair Public Trial', PERSON],
    2021,
    'political-prisoners',
  ],
  ['Amnesty', ['Arrest Procedures and Treatment of Detainees', PERSON], 2016, 'arbitrary-arrest'],
  ['Killings', ['Conflict-related Abuses', PERSON], 2021, 'conflict-abuses'],
  ['Killings', ['Women', SOCIETY], 2021, null],
  ['Education', ['Children', SOCIETY], 2021, 'child-education'],
  ['Education', ['Executive Summary'], 2021, null],
  ['Institutionalized Children', ['Persons with Disabilities', SOCIETY], 2023, 'disabilities'],
  ['Institutionalized Children', ['Children', SOCIETY], 2021, 'children'],
  [
    'National Security',
    ['a. Freedom of Expression, Including for the Press', LIBERTIES],
    2019,
    'national-security-laws',
  ],
  ['National Security', ['Executive Summary'], 2019, null],
  ['Freedom of the Press', ['Liberty'], 2024, 'press'],
  ['Life', [], 2024, 'life'],
  ['Life', [], 2023, null],
  ['Protection of Children', ['Security of the Person'], 2024, 'children'],
  [
    'Prolonged Detention without Charges',
    ['Disappearance and Abduction', 'Liberty'],
    2024,
    'pretrial-detention',
  ],
];

test.each(IN_CONTEXT)('“%s” beneath %j in %i is %s', (heading, above, edition, topic) => {
  const answer = crosswalk.ask(heading, above, edition);
  expect(answer.kind === 'topic' ? answer.topic : null).toBe(topic);
});

test.each([
  ['Section 7. Worker Rights.', 'worker rights'],
  ['d.  Discrimination (see section 6).', 'discrimination (see section 6)'],
  ['Detainee’s Ability', "detainee's ability"],
  ['Other Conflict–related Abuse', 'other conflict-related abuse'],
  ['h.\u00a0Arbitrary\u00a0Arrest:', 'arbitrary arrest'],
  ['https://www.example.org/a/b/Trafficking in Persons', 'trafficking in persons'],
])('“%s” is read as “%s”', (printed, normal) => {
  expect(normaliseHeading(printed)).toBe(normal);
});

/** The headings above, by the edition's standard outline; where it lacks the place, by the next place above it. */
function headingsAbove({ edition, under }: PrintedHeading): string[] {
  const entries = new Map(catalog.findOutline(edition)?.entries.map(({ key, heading }) => [key, heading]));
  const above: string[] = [];
  for (let key = under; key !== ''; key = parentKey(key)) {
    const heading = entries.get(key);
    if (heading !== undefined) above.push(heading);
  }
  return above;
}

function parentKey(key: string): string {
  return key.replace(/[^./]+$/, '').replace(/[./]$/, '');
}
