import { expect, test } from 'vitest';
import { loadCatalog, loadCatalogData } from '../../src/workbench/load-catalog.ts';
import { readData } from './read-data.ts';
import { about, fields, listOf, matching, oneOf, orNull, text } from './shape.ts';

const { topics, crosswalk } = loadCatalogData();
const catalog = loadCatalog();

test('the file of topics has the fields it should have and no others', () => {
  const id = matching(/^[a-z]+(-[a-z]+)*$/);
  const shape = fields({
    about,
    topics: listOf(
      fields({
        id,
        label: text,
        kind: oneOf('topic', 'chapter'),
        broader: orNull(id),
        group: text,
        description: matching(/^\p{L}.*\.$/u),
      }),
    ),
  });
  expect(shape(readData('topics'), 'topics')).toEqual([]);
});

test('every topic has an id and a label of its own', () => {
  expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
  expect(new Set(topics.map(({ label }) => label.toLowerCase())).size).toBe(topics.length);
});

test('a wider topic is a topic of the same group, and the way upwards ends', () => {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  for (const topic of topics) {
    const way = [topic.id];
    for (let one = topic.broader; one !== null; one = byId.get(one)?.broader ?? null) {
      expect(way, `${topic.id} is above itself`).not.toContain(one);
      expect(byId.get(one), one).toMatchObject({ kind: 'topic', group: topic.group });
      way.push(one);
    }
  }
});

test('chapters stand outside the tree of topics', () => {
  const chapters = topics.filter(({ kind }) => kind === 'chapter');
  expect(chapters.map(({ id }) => id)).toEqual([
    'integrity-of-the-person',
    'civil-liberties',
    'discrimination-and-societal-abuses',
    'life',
    'liberty',
    'security-of-the-person',
  ]);
  for (const { id, broader } of chapters) {
    expect(broader).toBeNull();
    expect([...catalog.topicsWithin(id)]).toEqual([id]);
  }
});

test('the list keeps each group together', () => {
  const groups = topics.map(({ group }) => group);
  const runs = groups.filter((group, i) => group !== groups[i - 1]);
  expect(new Set(runs).size).toBe(runs.length);
  expect(runs[0]).toBe('Summary and notes');
});

test('some heading of some edition leads to every topic', () => {
  const reached = new Set(crosswalk.map(({ topic }) => topic));
  expect(topics.filter(({ id }) => !reached.has(id)).map(({ id }) => id)).toEqual([]);
});

test.each([
  ['women', 'fgm'],
  ['women', 'reproductive-rights'],
  ['women', 'population-control'],
  ['children', 'child-marriage'],
  ['expression', 'press-violence'],
  ['worker-rights', 'occupational-safety'],
  ['arbitrary-arrest', 'pretrial-detention'],
])('who asks for %s gets %s too', (wide, narrow) => {
  expect(catalog.topicsWithin(wide)).toContain(narrow);
});

test('a change of label does not hide that a subject was gone', () => {
  expect(catalog.topicsWithin('reproductive-rights')).not.toContain('population-control');
});
