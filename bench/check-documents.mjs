// node bench/check-documents.mjs LIBRARY [REPORTS]: reads our Word documents and EPUB books with other programs
// (LibreOffice, epubcheck, unzip; Debian: libreoffice-writer, epubcheck, unzip) and compares every passage word for word.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../dist/workbench/open-workbench.js';

const EPUBCHECK = '/usr/share/java/epubcheck.jar';
const [library, wanted = '10'] = process.argv.slice(2);
if (library === undefined) {
  console.error('Name a library: node bench/check-documents.mjs LIBRARY [REPORTS]');
  process.exit(2);
}
for (const tool of ['soffice', 'unzip', 'java']) requireTool(tool);
const folder = mkdtempSync(join(tmpdir(), 'variorum-documents-'));
const workbench = await openWorkbench({ library, readonly: true });
let failed = 0;
try {
  const heads = await workbench.listReports({});
  const step = Math.max(1, Math.floor(heads.length / Number(wanted)));
  const chosen = heads.filter((_, i) => i % step === 0).slice(0, Number(wanted));
  const checks = [];
  for (const { edition, area } of chosen) checks.push(await makeReport(edition, area));
  checks.push(...(await makeComparison(heads)));
  // One start for all of them: LibreOffice takes its time to begin.
  readDocuments(checks.map(({ docx }) => docx));
  for (const { check } of checks) check();
} finally {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

async function makeReport(edition, area) {
  const selection = await workbench.parseSelection({
    years: [String(edition)],
    sections: ['all'],
    areas: [area],
    order: [],
  });
  const publication = await workbench.buildPublication(selection);
  const passages = [];
  for await (const { sections } of publication.readExcerpts())
    passages.push(...sections.flatMap((section) => section.passages));
  const name = `${edition}-${area}`;
  const docx = await save(`${name}.docx`, workbench.renderPublication(publication, 'docx'));
  const epub = await save(`${name}.epub`, workbench.renderPublication(publication, 'epub'));
  return {
    docx,
    check() {
      const lines = new Set(
        readLines(docx).map((line) => words(line.replace(/^(?:[•\uf0b7]\s*)?\d+\s/, ''))),
      );
      report(
        `${name}.docx`,
        passages.filter(({ text }) => !lines.has(words(text))),
      );
      const book = readEpub(epub);
      report(
        `${name}.epub`,
        passages.filter(({ text }) => !book.has(words(text))),
      );
      checkEpub(name, epub);
    },
  };
}

/** The widest comparison of the first area with two editions; reworded passages stand in it as both texts in one. */
async function makeComparison(heads) {
  const areas = new Map();
  for (const { area, edition } of heads) areas.set(area, [...(areas.get(area) ?? []), edition]);
  const found = [...areas].find(([, editions]) => editions.length > 1);
  if (found === undefined) return [];
  const [area, editions] = found;
  const view = await workbench.compareReports({
    area,
    from: Math.min(...editions),
    to: Math.max(...editions),
  });
  const docx = await save(
    'comparison.docx',
    workbench.renderComparisonFile(view, { only: null, all: true }, 'docx'),
  );
  const check = () => {
    const text = words(readLines(docx).join('\n'));
    const missing = view.right.passages.filter((one) => {
      const pair = view.comparison.pairs.find(({ right }) => right.includes(one.order));
      return pair?.change !== 'edited' && !text.includes(words(one.text));
    });
    report('comparison.docx', missing);
  };
  return [{ docx, check }];
}

async function save(name, pieces) {
  const path = join(folder, name);
  const all = [];
  for await (const piece of pieces) all.push(piece);
  writeFileSync(path, Buffer.concat(all));
  return path;
}

function readDocuments(paths) {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      ...paths,
    ],
    { stdio: 'ignore' },
  );
}

function readLines(path) {
  return readFileSync(path.replace(/\.docx$/, '.txt'), 'utf8').split(/\r?\n/);
}

function readEpub(path) {
  const text = execFileSync('unzip', ['-p', path, 'EPUB/report-*.xhtml'], { maxBuffer: 1 << 28 }).toString();
  return new Set(
    [...text.matchAll(/<(p|li) class="passage[^>]*>(.*?)<\/\1>/gs)].map(([, , html]) =>
      words(unescapeXml(html.replace(/^<a class="number".*?<\/a>/, '').replace(/<[^>]+>/g, ''))),
    ),
  );
}

function checkEpub(name, path) {
  try {
    // A deep list of contents needs a deep stack.
    execFileSync('java', ['-Xss64m', '-jar', findEpubcheck(), '--failonwarnings', path], { stdio: 'pipe' });
    console.log(`ok    ${name}.epub: epubcheck finds nothing`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}.epub: ${String(error.stderr ?? error).slice(0, 600)}`);
  }
}

function findEpubcheck() {
  return [EPUBCHECK, '/usr/bin/epubcheck'].find((path) => existsSync(path)) ?? EPUBCHECK;
}

function report(name, missing) {
  if (missing.length > 0) failed += 1;
  const [first] = missing;
  console.log(
    first === undefined
      ? `ok    ${name}: every passage word for word`
      : `FAIL  ${name}: ${missing.length} passages differ, first ${first.section}:${first.number}`,
  );
}

function words(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function unescapeXml(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function requireTool(name) {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
  } catch {
    console.error(`${name} is missing; on Debian: apt-get install libreoffice-writer epubcheck unzip`);
    process.exit(2);
  }
}
