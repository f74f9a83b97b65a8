import type { Catalog } from '../domain/catalog.ts';
import { findNearest } from '../domain/nearest.ts';
import type { SectionKey } from '../domain/section.ts';
import { formatSectionChoice, type SectionChoice } from '../domain/selection.ts';
import { slugify } from '../domain/slug.ts';
import type { TopicId } from '../domain/topic.ts';
import { type ProblemList, showValue } from './problem-list.ts';
import { dropRepeats, resolveValues } from './typed-values.ts';

/** Sections and topics from labels, topic ids and labels, and `all`; in the order given, each once. */
export function readSections(
  values: readonly string[],
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
  problems: ProblemList,
): SectionChoice[] {
  const topicsByLabel = new Map(catalog.topics.map(({ id, label }) => [slugify(label), id]));
  const choices = resolveValues(
    values,
    (text) => findSectionChoice(text, topicsByLabel, catalog, isHeldSection),
    () => false,
    (value) => problems.add(() => describeUnknown(value, catalog)),
  );
  return dropRepeats(choices, formatSectionChoice);
}

/** A topic comes before a section of the same name: it reaches into every edition. */
function findSectionChoice(
  text: string,
  topicsByLabel: ReadonlyMap<string, TopicId>,
  catalog: Catalog,
  isHeldSection: (key: string) => boolean,
): SectionChoice | null {
  const slug = slugify(text);
  if (slug === 'all') return { kind: 'all' };
  const topic = catalog.findTopic(slug)?.id ?? catalog.findTopic(text)?.id ?? topicsByLabel.get(slug);
  if (topic !== undefined && !/^\d/.test(slug)) return { kind: 'topic', topic };
  const key = readSectionKey(text);
  return catalog.hasSection(key) || isHeldSection(key) ? { kind: 'section', key } : null;
}

/** "Section 1.c", "§ 1c", "1(c)" and "1.C." all mean `1.c`; "6 / Women" means `6/women`. */
export function readSectionKey(text: string): SectionKey {
  const [label = '', ...below] = text.split('/');
  const plain = label
    .toLowerCase()
    .replace(/^\s*(?:sections?\b|sec\b\.?|§+)\s*/u, '')
    .trim();
  const match = /^(\d{1,2})(~\d+)?[\s.]*(?:\(?([a-z])\)?(~\d+)?)?[\s.]*$/u.exec(plain);
  const [, number, repeated = '', letter, letterRepeated = ''] = match ?? [];
  const first =
    number === undefined
      ? slugPart(plain)
      : `${Number(number)}${repeated}${letter === undefined ? '' : `.${letter}${letterRepeated}`}`;
  return [first, ...below.map(slugPart)].join('/');
}

function slugPart(text: string): string {
  const repeated = /~\d+\s*$/.exec(text)?.[0].trim() ?? '';
  return `${slugify(text.slice(0, text.length - (/~\d+\s*$/.exec(text)?.[0].length ?? 0)))}${repeated}`;
}

function describeUnknown(value: string, catalog: Catalog): string {
  const shown = showValue(value);
  const key = readSectionKey(value.slice(0, 300));
  const chapter = /^\d+/.exec(key)?.[0];
  const keys = listKeys(catalog);
  if (chapter !== undefined) {
    if (!keys.includes(chapter)) {
      const chapters = keys.filter((one) => /^\d+$/.test(one));
      return `sections: no edition has ${shown}; the sections are ${chapters.join(', ') || 'none'}, a topic such as ${exampleTopic(catalog)}, or all.`;
    }
    const named = keys.filter((one) => one.includes('/') && /^\d+/.exec(one)?.[0] === chapter);
    const near = key.includes('/') ? findNearest(key.slice(0, 80), named, 3) : [];
    if (near.length > 0) return `sections: no edition has ${shown}; near to it: ${near.join(', ')}.`;
    const lettered = keys.filter((one) => one.startsWith(`${chapter}.`) && !one.includes('/'));
    const below = key.includes('/') || lettered.length === 0 ? named : lettered;
    const right = below.length === 0 ? [chapter] : below.slice(0, 12);
    return `sections: no edition has ${shown}; section ${chapter} has: ${right.join(', ')}.`;
  }
  const near = findNearest(slugify(value.slice(0, 80)), [...catalog.topics.map(({ id }) => id), ...keys], 5);
  const right =
    near.length > 0
      ? `near to it: ${near.join(', ')}`
      : `write a label such as 1.c or 6/women, a topic such as ${exampleTopic(catalog)}, or all`;
  return `sections: there is no section or topic ${shown}; ${right}.`;
}

/** All section keys of the standard outlines, each once, chapters in order. */
function listKeys(catalog: Catalog): SectionKey[] {
  const keys = new Set(catalog.outlines.flatMap(({ entries }) => entries.map(({ key }) => key)));
  return [...keys].sort();
}

function exampleTopic(catalog: Catalog): TopicId {
  return (catalog.findTopic('prison-conditions') ?? catalog.topics[0])?.id ?? 'prison-conditions';
}
