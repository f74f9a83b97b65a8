// `npm test`: everything that must hold. `npm run check` (--fast): all but the corpus and the browser.
// The last line reads "N passed, N failed, N skipped".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installMissing, requireNode } from './checkout.mjs';
import { findChromium, HOW_TO_GET_CHROMIUM } from './find-chromium.mjs';
import { run } from './run.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const fast = process.argv.includes('--fast');
const total = { passed: 0, failed: 0, skipped: 0 };

requireNode(root);
if (installMissing(root)) {
  if (!fast) provideChromium();
  check('build', () => build(root) === 0);
  check('types', () => checkTypes('tsconfig.test.json'));
  check('lint', () => node('@biomejs/biome/bin/biome', ['check', '.']) === 0);
  runTests('unit and contract tests', 'unit');
  if (!fast) {
    if (!process.env.CORPUS)
      console.log('\nCORPUS is not set (a folder of unpacked pages): the corpus tests are skipped.');
    runTests('corpus tests', 'corpus');
    runTests('browser tests', 'browser');
  }
} else {
  total.failed += 1;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

function check(name, holds) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const passed = holds();
  total[passed ? 'passed' : 'failed'] += 1;
  console.log(`${name}: ${passed ? 'passed' : 'failed'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function checkTypes(project) {
  return node('typescript/bin/tsc', ['-p', project, '--noEmit']) === 0;
}

/** Adds up the tests of one project of vitest.config.ts, from its own report. */
function runTests(name, project) {
  console.log(`\n── ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'variorum-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = node('vitest/vitest.mjs', ['run', `--project=${project}`, '--passWithNoTests', ...reporters]);
  const counts = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  // A file that cannot be loaded and an error outside of any test have no test of their own to fail.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
}

function readReport(file) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let results = [];
  try {
    results = JSON.parse(readFileSync(file, 'utf8')).testResults;
  } catch {
    return counts;
  }
  for (const { status, assertionResults } of results) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed += 1;
    for (const test of assertionResults) {
      counts[test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped'] += 1;
    }
  }
  return counts;
}

/** Debian's own Chromium where we may install it; else a line that says how. */
function provideChromium() {
  if (findChromium() !== null) return;
  if (process.getuid?.() === 0 && run('apt-get', ['--version'], { stdio: 'ignore' }) === 0) {
    console.error('Installing Chromium for the browser tests …');
    const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], options);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  }
  if (findChromium() === null) console.error(HOW_TO_GET_CHROMIUM);
}

function node(script, args) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root });
}
