import { expect, test } from 'vitest';
import { whoMayCorrect } from '../../src/server.ts';

test.each([
  ['local', '127.0.0.1', 'local'],
  ['local', '127.1.2.3', 'local'],
  ['local', '::1', 'local'],
  ['local', 'localhost', 'local'],
  ['local', '0.0.0.0', 'none'],
  ['local', '::', 'none'],
  ['local', '192.0.2.1', 'none'],
  ['local', '127.0.0.1.example', 'none'],
  ['all', '0.0.0.0', 'all'],
  ['none', '127.0.0.1', 'none'],
] as const)('set to %s, a server at %s lets correct: %s', (setting, host, right) => {
  expect(whoMayCorrect(setting, host)).toBe(right);
});
