// `npm start`: from a fresh clone to a served library. Says what it does only where it has to do something.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { installMissing, requireNode } from './checkout.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
requireNode(root);
if (!installMissing(root)) process.exit(6);
if (!isBuilt(root)) {
  console.error('Building …');
  const code = build(root);
  if (code !== 0) process.exit(code);
}
// In this very process: signals arrive where they are handled, and the exit code is the program's own.
const main = join(root, 'dist', 'cli', 'main.js');
process.argv = [process.argv[0], main, 'serve', ...process.argv.slice(2)];
await import(pathToFileURL(main).href);
