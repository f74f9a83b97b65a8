// Sources to dist/: the program, the browser's modules, and every other file of src/ as it is.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

const STAMP = join('dist', '.built');
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.client.json'];
const CLIENT = join('src', 'web', 'client') + sep;

/** @returns {boolean} true if dist/ was built from the sources as they are */
export function isBuilt(root) {
  return existsSync(join(root, STAMP)) && readFileSync(join(root, STAMP), 'utf8') === describeSources(root);
}

/** @returns {number} exit code */
export function build(root) {
  const sources = describeSources(root);
  rmSync(join(root, STAMP), { force: true });
  let code = compile(root, 'tsconfig.json');
  const files = listFiles(join(root, 'src')).map((file) => relative(root, file));
  if (files.some((file) => file.startsWith(CLIENT) && isCode(file))) {
    code ||= compile(root, 'tsconfig.client.json');
  }
  for (const file of files) if (!isCode(file)) copy(join(root, file), join(root, toOutput(file)));
  removeLeftovers(root, new Set(files.map(toOutput)));
  if (code === 0) writeFileSync(join(root, STAMP), sources);
  return code;
}

function compile(root, project) {
  return run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project], {
    cwd: root,
  });
}

function isCode(file) {
  return /\.tsx?$/.test(file);
}

function toOutput(file) {
  return join('dist', relative('src', file)).replace(/\.tsx?$/, '.js');
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** What an earlier build left of sources that are gone. */
function removeLeftovers(root, outputs) {
  for (const file of listFiles(join(root, 'dist'))) {
    const path = relative(root, file);
    if (dirname(path) !== 'dist' && !outputs.has(path)) rmSync(file);
  }
}

function describeSources(root) {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS.map((name) => join(root, name)), ...listFiles(join(root, 'src'))]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${relative(root, file)}\n${mtimeMs}\n${size}\n`);
  }
  return hash.digest('hex');
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  process.exitCode = process.argv.includes('--if-changed') && isBuilt(root) ? 0 : build(root);
}
