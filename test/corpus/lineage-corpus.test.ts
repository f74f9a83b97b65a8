import { beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../src/compare/compare-reports.ts';
import { listEndings, listNeighbourLinks, traceLineage } from '../../src/compare/trace-lineage.ts';
import type { AreaLineage, LineagePassage } from '../../src/domain/lineage.ts';
import type { Passage } from '../../src/domain/passage.ts';
import type { Report } from '../../src/domain/report.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { corpusFolder } from './corpus-folder.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

/** Short and long ones, one that was renamed, one whose outline is unlike the others. */
const SLUGS = ['mali', 'tuvalu', 'eswatini', 'china', 'norway', 'north-korea', 'nicaragua'];

interface Traced {
  readonly reports: readonly Report[];
  readonly lineage: AreaLineage;
}

describe.skipIf(corpusFolder === null)('the histories of some areas through all editions', () => {
  let traced: readonly Traced[] = [];

  beforeAll(() => {
    const catalog = loadCatalog();
    const areas = new Map<string, Report[]>();
    const wanted = new RegExp(`/(?:${SLUGS.join('|')}|swaziland)\\.html$`);
    for (const path of listCorpusPages().filter((one) => wanted.test(`/${one}`))) {
      const bytes = readCorpusPage(path);
      const sha256 = path.replaceAll(/\W/g, '');
      const report = readPage(
        { bytes, sha256, path, address: null, capturedAt: null, capturedAtSource: null },
        catalog,
      );
      areas.set(report.area, [...(areas.get(report.area) ?? []), report]);
    }
    traced = [...areas.values()]
      .filter((reports) => reports.length > 1)
      .map((reports) => ({ reports, lineage: trace(reports) }));
    expect(traced.length).toBeGreaterThanOrEqual(5);
  });

  it('have every passage of every edition in exactly one of them', () => {
    for (const { reports, lineage } of traced) {
      const owner = new Map<string, string>();
      for (const root of listRoots(lineage)) {
        for (const name of followFrom(lineage, root)) {
          expect([name, owner.get(name)]).toEqual([name, undefined]);
          owner.set(name, nameOf(root));
        }
      }
      const all = reports.flatMap(({ edition, passages }) =>
        passages.map(({ order }) => `${edition}:${order}`),
      );
      expect([...owner.keys()].sort()).toEqual(all.sort());
    }
  });

  it('begin where a passage has none before it, and say so of all that came from it', () => {
    for (const { lineage } of traced) {
      for (const one of lineage.passages.flat()) {
        const before = findBefore(lineage, one);
        if (before === null) expect([nameOf(one), one.first]).toEqual([nameOf(one), one.edition]);
        else expect([nameOf(one), one.first]).toEqual([nameOf(one), before.first]);
        const after = findAfter(lineage, one);
        expect([nameOf(one), one.last]).toEqual([nameOf(one), after === null ? one.edition : after.last]);
      }
    }
  });

  it('say “word for word since” only of passages whose words are the same in each of those editions', () => {
    let held = 0;
    for (const { reports, lineage } of traced) {
      for (const one of lineage.passages.flat()) {
        const chain = [one];
        for (let at: LineagePassage | null = one; at !== null && at.edition !== one.since; ) {
          at = findBefore(lineage, at);
          if (at !== null) chain.push(at);
        }
        expect([nameOf(one), chain.at(-1)?.edition]).toEqual([nameOf(one), one.since]);
        expect([nameOf(one), chain.length]).toEqual([nameOf(one), one.editionsUnchanged]);
        const words = chain.map((place) => plainWords(textOf(reports, place)));
        expect([nameOf(one), new Set(words).size]).toEqual([nameOf(one), 1]);
        if (chain.length > 1) held += 1;
        const earlier = findBefore(lineage, chain.at(-1) ?? one);
        // A missing space makes one word of two, and is a difference; so is any other in the digest's text.
        if (earlier !== null)
          expect([nameOf(one), passageOf(reports, earlier).digest]).not.toEqual([
            nameOf(one),
            passageOf(reports, chain.at(-1) ?? one).digest,
          ]);
      }
    }
    expect(held).toBeGreaterThan(1000);
  });

  it('do not end where the next edition still has a passage of the very same digest', () => {
    for (const { reports, lineage } of traced) {
      for (const ending of listEndings(lineage)) {
        const next = reports[reports.findIndex(({ edition }) => edition === ending.edition) + 1];
        const { digest } = passageOf(reports, ending);
        expect([nameOf(ending), next?.passages.some((one) => one.digest === digest)]).toEqual([
          nameOf(ending),
          false,
        ]);
      }
    }
  });
});

function trace(reports: readonly Report[]): AreaLineage {
  return traceLineage(
    reports.slice(1).flatMap((right, i) => {
      const left = reports[i];
      return left === undefined ? [] : listNeighbourLinks(compareReports(left, right), left, right);
    }),
  );
}

function nameOf({ edition, order }: { readonly edition: number; readonly order: number }): string {
  return `${edition}:${order}`;
}

function findBefore(lineage: AreaLineage, { previous }: LineagePassage): LineagePassage | null {
  return previous === null ? null : findPlace(lineage, previous);
}

function findAfter(lineage: AreaLineage, { next }: LineagePassage): LineagePassage | null {
  return next === null ? null : findPlace(lineage, next);
}

function findPlace(
  lineage: AreaLineage,
  { edition, order }: { readonly edition: number; readonly order: number },
): LineagePassage {
  const at = lineage.reports.findIndex((report) => report.edition === edition);
  const found = lineage.passages[at]?.[order - 1];
  if (found === undefined) throw new Error(`There is no passage ${edition}:${order}.`);
  return found;
}

/** Passages that came from none before them: each is the beginning of one history. */
function listRoots(lineage: AreaLineage): LineagePassage[] {
  return lineage.passages.flat().filter(({ previous }) => previous === null);
}

/** A passage and all that came from it, in whatever edition. */
function followFrom(lineage: AreaLineage, root: LineagePassage): string[] {
  const at = lineage.reports.findIndex(({ edition }) => edition === root.edition);
  const grown = new Set([nameOf(root)]);
  for (const passages of lineage.passages.slice(at + 1)) {
    for (const one of passages)
      if (one.previous !== null && grown.has(nameOf(one.previous))) grown.add(nameOf(one));
  }
  return [...grown];
}

function passageOf(
  reports: readonly Report[],
  { edition, order }: { readonly edition: number; readonly order: number },
): Passage {
  const passage = reports.find((report) => report.edition === edition)?.passages[order - 1];
  if (passage === undefined) throw new Error(`There is no passage ${edition}:${order}.`);
  return passage;
}

function textOf(
  reports: readonly Report[],
  place: { readonly edition: number; readonly order: number },
): string {
  return passageOf(reports, place).text;
}

/** White space, and the form of quotes and dashes, may differ in what is called word for word the same. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛ʼ′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑]/gu, '-')
    .replace(/[–—―−]/gu, '–')
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
}
