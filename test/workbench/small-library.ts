import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { joinReportText } from '../../src/domain/conservation.ts';
import type { Mark } from '../../src/domain/mark.ts';
import type { Passage, PassageKind } from '../../src/domain/passage.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Section, SectionKey } from '../../src/domain/section.ts';
import { countWords } from '../../src/domain/words.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { catalog } from '../domain/invented-catalog.ts';

/** A passage where it is not just a paragraph's text. */
export interface LabelledText {
  readonly text: string;
  readonly kind?: PassageKind;
  readonly label?: string;
  readonly topics?: readonly string[];
  readonly marks?: readonly Mark[];
}

/** A heading in short; its parent and depth follow from its key. */
export interface ShortSection {
  readonly key: SectionKey;
  readonly topic?: string;
  readonly printed?: string;
  readonly texts?: readonly (string | LabelledText)[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A report of these sections about an invented area, consistent in all its numbers. */
export function makeReport(edition: number, area: string, short: readonly ShortSection[]): Report {
  const topicOf = new Map(short.map(({ key, topic }) => [key, topic]));
  const keys = new Set(short.map(({ key }) => key));
  const passages: Passage[] = [];
  const starts = short.map(({ key, texts = [] }) => {
    const first = passages.length + 1;
    let underLabel: string | null = null;
    texts.forEach((one, i) => {
      const {
        text,
        kind = 'paragraph',
        label,
        topics,
        marks = [],
      }: LabelledText = typeof one === 'string' ? { text: one } : one;
      underLabel = label ?? underLabel;
      passages.push({
        order: passages.length + 1,
        section: key,
        number: i + 1,
        kind,
        label: label ?? null,
        underLabel,
        text,
        marks,
        digest: sha256(text).slice(0, 16),
        words: countWords(text),
        topics: topics ?? inheritTopic(key, topicOf, keys),
      });
    });
    return first;
  });
  const sections = short.map(({ key, topic, printed = `Heading ${key}`, texts = [] }, i): Section => {
    const depth = depthOf(key, keys);
    const next = short.findIndex((other, j) => j > i && depthOf(other.key, keys) <= depth);
    return {
      key,
      parent: parentOf(key, keys),
      depth,
      label: null,
      heading: printed,
      printed,
      topics: topic === undefined ? [] : [{ topic, relation: 'exact' }],
      firstPassage: starts[i] ?? 1,
      passageCount: texts.length,
      endPassage: next === -1 ? passages.length + 1 : (starts[next] ?? 1),
    };
  });
  const text = joinReportText(sections, passages);
  const found = catalog.getArea(area);
  return {
    edition,
    area,
    version: sha256(text).slice(0, 12),
    title: `${edition} Country Reports: ${found.name}`,
    areaName: found.name,
    provenance: {
      address: `https://reports.example/${edition}/${area}/`,
      host: 'reports.example',
      capturedAddress: null,
      capturedAt: '2025-08-14T09:12:33.000Z',
      capturedAtSource: 'archive-entry',
      sha256: sha256(`${edition}/${area} ${text}`),
      bytes: text.length,
      importedFrom: `${edition}/${area}.html`,
      readerVersion: '1',
    },
    sectionCount: sections.length,
    passageCount: passages.length,
    passageWords: passages.reduce((sum, { words }) => sum + words, 0),
    headingWords: sections.reduce((sum, { printed }) => sum + countWords(printed), 0),
    findingCount: 0,
    sample: found.kind === 'sample',
    sections,
    passages,
    findings: [],
    boilerplate: [],
  };
}

/** A library on disk that holds these reports; gone when the test is over. */
export async function openSmallLibrary(reports: readonly Report[]): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-workbench-'));
  const store = openSqliteStore(folder);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const bytes = { encoding: 'br' as const, data: brotliCompressSync('an invented page') };
  for (const report of reports) await store.saveReport(report, bytes);
  return store;
}

function inheritTopic(
  key: SectionKey,
  topicOf: ReadonlyMap<SectionKey, string | undefined>,
  keys: ReadonlySet<SectionKey>,
): readonly string[] {
  for (let at: SectionKey | null = key; at !== null; at = parentOf(at, keys)) {
    const topic = topicOf.get(at);
    if (topic !== undefined) return [topic];
  }
  return [];
}

function depthOf(key: SectionKey, keys: ReadonlySet<SectionKey>): number {
  const parent = parentOf(key, keys);
  return parent === null ? 1 : depthOf(parent, keys) + 1;
}

function parentOf(key: SectionKey, keys: ReadonlySet<SectionKey>): SectionKey | null {
  const parent = key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : key.replace(/\.[a-z](~\d+)?$/, '');
  return parent !== key && keys.has(parent) ? parent : null;
}
