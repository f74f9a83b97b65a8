import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { describeReference } from '../../src/cli/describe-command.ts';
import { EXIT_CODES } from '../../src/cli/describe-error.ts';

test('the page about the command line is what the commands say of themselves (npm run reference writes it anew)', () => {
  const page = readFileSync(new URL('../../docs/reference/cli.md', import.meta.url), 'utf8');
  expect(page).toBe(describeReference(COMMANDS, EXIT_CODES));
});
