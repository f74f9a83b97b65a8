// `npm run reference`: writes docs/reference/ anew from what the program says of itself. Tests tell when it is due.
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
if (!isBuilt(root)) {
  const code = build(root);
  if (code !== 0) process.exit(code);
}
const { COMMANDS } = await import('../dist/cli/commands.js');
const { describeReference } = await import('../dist/cli/describe-command.js');
const { EXIT_CODES } = await import('../dist/cli/describe-error.js');
const { describeSettings } = await import('../dist/settings.js');

const pages = { 'cli.md': describeReference(COMMANDS, EXIT_CODES), 'settings.md': describeSettings() };
for (const [name, text] of Object.entries(pages)) writeFileSync(join(root, 'docs', 'reference', name), text);
console.log(`Written: ${Object.keys(pages).join(', ')}`);
