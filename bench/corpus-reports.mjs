// The reports of the pages that CORPUS names, read with the built software.
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../dist/ingest/read-page.js';
import { loadCatalog } from '../dist/workbench/load-catalog.js';

const catalog = loadCatalog();

function readFile(corpus, path) {
  const bytes = readFileSync(join(corpus, path));
  const sha256 = hash('sha256', bytes, 'hex');
  return readPage({ bytes, sha256, path, capturedAt: null, capturedAtSource: null, address: null }, catalog);
}

/** One report, or null if CORPUS has no page of it. */
export function readCorpusReport(corpus, edition, area) {
  for (const { slug, editions } of catalog.getArea(area).slugs) {
    const path = join(String(edition), `${slug}.html`);
    if (editions.includes(edition) && existsSync(join(corpus, path))) return readFile(corpus, path);
  }
  return null;
}

/** All reports: for each area, in the order of its editions. */
export function readCorpusAreas(corpus) {
  const areas = new Map();
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const file of readdirSync(join(corpus, name)).sort()) {
      if (!file.endsWith('.html')) continue;
      const report = readFile(corpus, join(name, file));
      const list = areas.get(report.area) ?? [];
      list.push(report);
      areas.set(report.area, list);
    }
  }
  return areas;
}

/** Every report beside the one that follows it. */
export function listAdjacentPairs(areas) {
  return [...areas.values()].flatMap((reports) => reports.slice(1).map((right, i) => [reports[i], right]));
}
