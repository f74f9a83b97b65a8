import { expect, it } from 'vitest';
import { renderJsonl } from '../../src/export/render-jsonl.ts';
import { collect, makeExcerpt, makePublication } from './small-publication.ts';

it('every line is one passage, with numbers as numbers and topics as a list', async () => {
  const excerpt = makeExcerpt(2021, 'vel', [
    { key: '1', printed: 'Section 1. Life', heading: 'Life', context: true, passages: [] },
    {
      key: '1.a',
      printed: 'a. Killings',
      heading: 'Killings',
      passages: [
        { text: 'Two lines\u2028of one passage,\n"quoted".', topics: ['killings', 'other'] },
        { text: 'Labelled: text.', label: 'Labelled' },
      ],
    },
  ]);
  const text = (await collect(renderJsonl(makePublication([excerpt])))).join('');
  expect(text.endsWith('\n')).toBe(true);
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    edition: 2021,
    area: 'vel',
    section: '1.a',
    passage: 1,
    label: null,
    text: 'Two lines\u2028of one passage,\n"quoted".',
    topics: ['killings', 'other'],
    address: '2021/vel#1.a:1',
    captured_sha256: 'b'.repeat(64),
  });
  expect(lines[1]).toMatchObject({ label: 'Labelled', topics: [], passage: 2 });
});

it('a report of which nothing is there is an empty file', async () => {
  expect((await collect(renderJsonl(makePublication([])))).join('')).toBe('');
});
