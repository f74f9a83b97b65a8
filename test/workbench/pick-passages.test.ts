import { describe, expect, it } from 'vitest';
import { findStretches } from '../../src/domain/outline.ts';
import type { SectionChoice } from '../../src/domain/selection.ts';
import { isAskedSection, pickPassages } from '../../src/workbench/pick-passages.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { makeReport } from './small-library.ts';

const report = makeReport(2021, 'vel', [
  { key: 'executive-summary', topic: 'executive-summary', texts: ['s1', 's2'] },
  { key: '1', topic: 'integrity' },
  { key: '1.a', topic: 'killings', texts: ['a1'] },
  { key: '1.c', topic: 'ill-treatment', texts: ['c1', { text: 'c2', topics: ['jails'] }] },
  { key: '1.c/jails', topic: 'jails', texts: ['j1', 'j2'] },
  { key: '2', texts: ['t1'] },
  { key: '2~2', texts: ['t2'] },
  { key: '2~2.a', texts: ['t3'] },
  { key: '6' },
  {
    key: '6/women',
    topic: 'women',
    texts: [{ text: 'w1', topics: ['harassment'] }, 'w2', { text: 'w3', topics: ['children'] }],
  },
  {
    key: '6/children',
    topic: 'children',
    texts: ['k1', { text: 'k2', topics: ['workplace-harassment'] }, 'k3'],
  },
  { key: '6/empty' },
]);
const outline = { sections: report.sections, stretches: findStretches(report.passages) };

const section = (key: string): SectionChoice => ({ kind: 'section', key });
const topic = (id: string): SectionChoice => ({ kind: 'topic', topic: id });

/** The texts taken, and the headings: taken as they are, for context in brackets. */
function pick(...choices: SectionChoice[]) {
  const { headings, spans, passages, words, missing } = pickPassages(outline, choices, catalog);
  const texts = spans
    .flatMap(({ first, last }) => report.passages.slice(first - 1, last))
    .map(({ text }) => text);
  expect(passages).toBe(texts.length);
  expect(words).toBe(texts.length);
  const shown = headings.flatMap((heading, i) => {
    const key = report.sections[i]?.key ?? '';
    return heading === 'left' ? [] : heading === 'taken' ? [key] : [`(${key})`];
  });
  return { texts: texts.join(' '), headings: shown.join(' '), missing };
}

describe('a section', () => {
  it('comes with everything beneath it and the headings above it', () => {
    expect(pick(section('1.c'))).toEqual({
      texts: 'c1 c2 j1 j2',
      headings: '(1) 1.c 1.c/jails',
      missing: [],
    });
  });

  it('comes whole as a chapter', () => {
    expect(pick(section('1'))).toMatchObject({ texts: 'a1 c1 c2 j1 j2', headings: '1 1.a 1.c 1.c/jails' });
  });

  it('comes with its repeat where its label is printed twice', () => {
    expect(pick(section('2'))).toMatchObject({ texts: 't1 t2 t3', headings: '2 2~2 2~2.a' });
    expect(pick(section('2~2'))).toMatchObject({ texts: 't2 t3', headings: '2~2 2~2.a' });
    expect(pick(section('2.a'))).toMatchObject({ texts: 't3', headings: '(2~2) 2~2.a' });
    expect(isAskedSection('2~2.a', '2~2')).toBe(false);
    expect(isAskedSection('12', '2')).toBe(false);
  });

  it('without text is there all the same', () => {
    expect(pick(section('6/empty'))).toEqual({ texts: '', headings: '(6) 6/empty', missing: [] });
  });

  it('that is not there is missing', () => {
    expect(pick(section('1.b'))).toEqual({ texts: '', headings: '', missing: [section('1.b')] });
  });
});

describe('a topic', () => {
  it('comes from headings and run-in labels, wherever they stand', () => {
    expect(pick(topic('jails'))).toMatchObject({ texts: 'c2 j1 j2', headings: '(1) 1.c 1.c/jails' });
  });

  it('brings the narrower ones, however far below and in whatever section', () => {
    expect(pick(topic('women'))).toMatchObject({ texts: 'w1 w2 w3 k2', headings: '(6) 6/women 6/children' });
  });

  it('takes all that stands directly under its own heading, also under labels of other topics', () => {
    expect(pick(topic('children'))).toMatchObject({
      texts: 'w3 k1 k2 k3',
      headings: '(6) 6/women 6/children',
    });
  });

  it('does not take headings of other topics beneath its own', () => {
    expect(pick(topic('ill-treatment'))).toMatchObject({ texts: 'c1 c2', headings: '(1) 1.c' });
  });

  it('that stands for a chapter takes everything beneath it', () => {
    expect(pick(topic('integrity')).texts).toBe('a1 c1 c2 j1 j2');
  });

  it('that is nowhere is missing', () => {
    expect(pick(topic('nothing')).missing).toEqual([topic('nothing')]);
  });
});

it('several choices are one excerpt in page order without repeats', () => {
  expect(pick(topic('jails'), section('executive-summary'), section('1.c/jails'), section('9'))).toEqual({
    texts: 's1 s2 c2 j1 j2',
    headings: 'executive-summary (1) 1.c 1.c/jails',
    missing: [section('9')],
  });
});

it('all is every heading and every passage', () => {
  const { texts, headings } = pick({ kind: 'all' });
  expect(texts.split(' ')).toHaveLength(report.passageCount);
  expect(headings.split(' ')).toHaveLength(report.sectionCount);
});
