import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import type { Report } from '../../src/domain/report.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

/** What is kept of a report: facts, no text. */
interface Facts {
  readonly path: string;
  readonly sha256: string;
  readonly report: Omit<Report, 'passages' | 'sections'>;
  readonly keys: readonly string[];
  readonly unmapped: readonly string[];
  readonly withoutTopic: number;
}

const expected = readFileSync(new URL('./facts.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe.skipIf(corpusFolder === null)('the real pages', () => {
  const facts = new Map<string, Facts>();
  const refused: string[] = [];
  const files = listCorpusPages();

  beforeAll(() => {
    const catalog = loadCatalog();
    for (const path of files) {
      const bytes = readCorpusPage(path);
      const sha256 = hash('sha256', Buffer.from(bytes), 'hex');
      try {
        const { sections, passages, ...report } = readPage(
          {
            bytes,
            sha256,
            path,
            address: null,
            capturedAt: '2025-08-14T00:00:00Z',
            capturedAtSource: 'file-time',
          },
          catalog,
        );
        facts.set(path, {
          path,
          sha256: sha256.slice(0, 12),
          report,
          keys: sections.map(({ key }) => key),
          unmapped: report.findings
            .filter(({ kind }) => kind === 'unmapped-heading')
            .map(({ detail }) => detail),
          withoutTopic: passages.filter(({ topics }) => topics.length === 0).length,
        });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refused.push(`${path}: ${error.message} ${error.details.join(' ')}`);
      }
    }
  });

  test('none is refused, and each is another report', () => {
    expect(refused).toEqual([]);
    const ids = new Set([...facts.values()].map(({ report }) => `${report.edition}/${report.area}`));
    expect(ids.size).toBe(files.length);
  });

  test('the edition a page says it is of is the folder it was saved in', () => {
    for (const { path, report } of facts.values()) expect(path.startsWith(`${report.edition}/`)).toBe(true);
  });

  test('every heading and label maps to a topic, and every passage has one', () => {
    expect(
      [...facts.values()].flatMap(({ path, unmapped }) => unmapped.map((one) => `${path} ${one}`)),
    ).toEqual([]);
    expect(
      [...facts.values()].filter(({ withoutTopic }) => withoutTopic > 0).map(({ path }) => path),
    ).toEqual([]);
  });

  test('every report has its summary and its edition’s chapters', () => {
    for (const { path, keys, report } of facts.values()) {
      expect(keys, path).toContain('executive-summary');
      const chapters = report.edition === 2024 ? 3 : 7;
      for (let n = 1; n <= chapters; n += 1) expect(keys, path).toContain(String(n));
    }
  });

  test('sections, passages and words are those that were reviewed, page by page', () => {
    for (const [path = '', sha256, version, sections, passages, words] of expected) {
      const found = facts.get(path);
      if (found === undefined || found.sha256 !== sha256) continue;
      const { report } = found;
      expect(
        [report.version, report.sectionCount, report.passageCount, report.passageWords].join(),
        path,
      ).toBe([version, sections, passages, words].join());
    }
  });

  test.each([
    ['2018/cambodia.html', '2~2', 'repeated-label'],
    ['2018/philippines__trashed.html', '1.g', 'subsection-as-chapter'],
    ['2018/thailand.html', '1.g', 'subsection-as-chapter'],
    ['2018/turkey.html', '1.g', 'subsection-as-chapter'],
    ['2018/ukraine.html', '1.g', 'subsection-as-chapter'],
    ['2018/afghanistan.html', '2.a/internet-freedom', 'heading-in-paragraph'],
    ['2016/democratic-peoples-republic-of-korea.html', 'endnote', 'heading-in-paragraph'],
    ['2017/sweden.html', '6', 'sentence-in-heading'],
    ['2019/kuwait.html', 'executive-summary', 'summary-moved'],
    ['2021/china.html', 'executive-summary', 'summary-moved'],
    ['2021/cyprus.html', 'note', 'boilerplate'],
    ['2021/albania.html', '7.e', 'promoted-run-in-label'],
    ['2022/bangladesh.html', '7', 'chapter-from-subheading'],
    ['2023/north-macedonia.html', '3', 'chapter-from-subheading'],
    ['2023/solomon-islands.html', '5', 'chapter-from-subheading'],
    ['2023/hungary.html', '1.f', 'subsection-from-lower-heading'],
    ['2023/australia.html', '1.g', 'heading-behind-break'],
    ['2023/madagascar.html', '1.g', 'heading-behind-break'],
    ['2023/moldova.html', '2.f', 'heading-behind-break'],
    ['2023/poland.html', '6/trafficking-in-persons', 'address-in-heading'],
    ['2024/moldova.html', '3.d', 'subsection-from-lower-heading'],
    ['2024/united-kingdom.html', '3.c', 'subsection-from-lower-heading'],
    ['2024/cyprus.html', '2.d', 'heading-behind-break'],
    ['2024/kenya.html', '2.b/acceptable-work-conditions/wage-and-hour-laws', 'outline-lost'],
    ['2019/colombia.html', '1.a', 'archive-address'],
    ['2018/france.html', '1', 'repeated-text'],
  ] as const)('%s has its section %s, and its oddity is found: %s', (path, key, finding) => {
    const found = facts.get(path);
    expect(found?.keys).toContain(key);
    expect(found?.report.findings.map(({ kind }) => kind)).toContain(finding);
  });

  test('pages that came through a web archive keep both addresses and the archive’s time', () => {
    const archived = [...facts.values()].filter(({ report }) => report.provenance.host === 'web.archive.org');
    expect(archived.length).toBeGreaterThan(0);
    for (const { report } of archived) {
      expect(report.provenance.address).toMatch(/^https:\/\/www\.state\.gov\/reports\//);
      expect(report.provenance.capturedAddress).toMatch(/^https:\/\/web\.archive\.org\/web\/\d{14}\//);
      expect(report.provenance.capturedAtSource).toBe('archive-address');
    }
  });
});
