import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { assembleWorkbench } from '../../src/workbench/open-workbench.ts';
import { type CapturedRun, run } from '../cli/captured-run.ts';
import { GONE, KEPT } from '../workbench/compare/small-editions.ts';
import { makeReport, openSmallLibrary } from '../workbench/small-library.ts';
import { mainText, makeSite, type TestSite } from './sample-site.ts';

const ABSENCE = 'Absence of reporting is not evidence of absence.';

function makeOne(edition: number, text: string | null): Report {
  const texts = text === null ? [] : [text];
  const report = makeReport(edition, 'vel', [
    { key: '1', printed: 'Section 1. Integrity of the Person', texts },
  ]);
  return { ...report, area: 'mli', areaName: 'Mali' };
}

/** The site over a library that holds these reports on an area that exists. */
async function openSite(reports: readonly Report[]): Promise<TestSite> {
  const store = await openSmallLibrary(reports);
  return makeSite(assembleWorkbench(loadCatalog(), store, () => ({ release() {} })));
}

/** The command line over a library that holds these reports. */
async function openProgram(
  reports: readonly Report[],
): Promise<(...typed: string[]) => Promise<CapturedRun>> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = openSqliteStore(folder);
  for (const report of reports) await store.saveReport(report, { encoding: 'br', data: new Uint8Array([1]) });
  await store.close();
  return (...typed) => run(...typed, '--library', folder);
}

describe('a report of one passage', () => {
  const reports = [makeOne(2023, KEPT), makeOne(2024, KEPT)];

  test('that stays is found again, by whatever door', async () => {
    const site = await openSite(reports);
    const page = mainText((await site.read('/compare/mli/2023/2024')).text);
    expect(page).toContain('14 (100%) still stand in the 2024 report');
    expect(mainText((await site.read('/removed/mli/2023/2024')).text)).toContain('Nothing was removed.');
    expect(mainText((await site.read('/2023/mli/1:1/history')).text)).toContain('2024');
    expect(mainText((await site.read('/areas/mali/last-reported')).text)).toContain('was found again');
    const program = await openProgram(reports);
    expect((await program('compare', 'mali', '2023', '2024')).out).toContain(
      'Kept: 1 passage, 14 words (word for word)',
    );
    expect((await program('removed', '--from', '2023', '--to', '2024')).out).toContain(
      'Nothing was removed.',
    );
    expect((await program('last-reported', 'mali')).out).toContain('was found again');
    expect(site.faults).toEqual([]);
  });
});

describe('two reports with nothing in common', () => {
  const reports = [makeOne(2023, KEPT), makeOne(2024, GONE)];

  test('have everything removed and everything new, and the sentence on absence', async () => {
    const site = await openSite(reports);
    const page = mainText((await site.read('/compare/mli/2023/2024')).text);
    for (const said of ['Of 14 words of the 2023 report, 0 (0%) still stand', KEPT, GONE, ABSENCE])
      expect(page).toContain(said);
    const chart = mainText((await site.read('/removed/mli/2023/2024')).text);
    expect(chart).toContain('1 passage of the 2023 report with 14 words was looked for');
    expect(chart).toContain('Not found in the one passage of 2024.');
    const { text } = await site.read('/2023/mli/1:1/history');
    expect(mainText(text)).toContain('Last reported in 2023');
    const program = await openProgram(reports);
    const { out } = await program('compare', 'mali', '2023', '2024');
    expect(out).toContain('Removed: 1 passage, 14 words');
    expect(out).toContain('Added: 1 passage, 13 words');
    expect((await program('removed', '--from', '2023', '--to', '2024')).out).toContain(KEPT);
    expect((await program('history', '2023/mli#1:1')).out).toContain('Last reported in 2023');
    expect(site.faults).toEqual([]);
  });
});

describe('a report without a passage', () => {
  test('has no text to be kept, and all of the other side is new or gone', async () => {
    const reports = [makeOne(2023, KEPT), makeOne(2024, null)];
    const site = await openSite(reports);
    expect(mainText((await site.read('/compare/mli/2023/2024')).text)).toContain('0 (0%) still stand');
    const chart = mainText((await site.read('/removed/mli/2023/2024')).text);
    expect(chart).toContain(KEPT);
    expect(chart).toContain('2024 has no passage at all.');
    const program = await openProgram(reports);
    const { out } = await program('compare', 'mali', '2023', '2024');
    expect(out).toContain('Removed: 1 passage, 14 words');
    expect(out).toContain('Not found: the 2024 report has no passage at all.');
    const turned = await openSite([makeOne(2023, null), makeOne(2024, KEPT)]);
    expect(mainText((await turned.read('/compare/mli/2023/2024')).text)).toContain(
      'The 2023 report has no text.',
    );
    expect([...site.faults, ...turned.faults]).toEqual([]);
  });
});

describe('the same report twice', () => {
  test('is said to be the same, by whatever door, and nothing to have been removed', async () => {
    const site = await openSite([makeOne(2024, KEPT)]);
    const same = 'Both sides are the same report: all 14 words stand in both.';
    for (const address of [
      '/compare/mli/2024/2024',
      '/removed/mli/2024/2024',
      '/removed?from=2024&to=2024&areas=mli',
    ])
      expect(mainText((await site.read(address)).text)).toContain(same);
    expect(mainText((await site.read('/removed/mli/2024/2024')).text)).toContain(
      'Mali: 2024 compared with itself',
    );
    const program = await openProgram([makeOne(2024, KEPT)]);
    expect((await program('compare', 'mali', '2024', '2024')).out).toContain(same);
    const removed = await program('removed', '--from', '2024', '--to', '2024', '--areas', 'mali');
    expect([removed.exitCode, removed.out.includes(same)]).toEqual([0, true]);
    expect(site.faults).toEqual([]);
  });
});

describe('an edition that is not held', () => {
  test('is a gap with its reason, by whatever door', async () => {
    const site = await openSite([makeOne(2023, KEPT)]);
    const says = 'The 2024 report on Mali was published, but this library does not hold it.';
    for (const address of ['/compare/mli/2023/2024', '/removed/mli/2023/2024']) {
      const { status, text } = await site.read(address);
      expect([address, status]).toEqual([address, 404]);
      expect(mainText(text)).toContain(says);
    }
    expect(mainText((await site.read('/removed?from=2023&to=2024&areas=mli')).text)).toContain('2024: Mali');
    expect(mainText((await site.read('/side-by-side?years=2024&sections=1&areas=mli')).text)).toContain(says);
    const program = await openProgram([makeOne(2023, KEPT)]);
    const compared = await program('compare', 'mali', '2023', '2024');
    expect([compared.exitCode, compared.said.join('\n')]).toEqual([3, expect.stringContaining(says)]);
    const removed = await program('removed', '--from', '2023', '--to', '2024', '--areas', 'mali');
    expect([removed.exitCode, removed.out]).toEqual([0, expect.stringContaining(says)]);
  });
});
