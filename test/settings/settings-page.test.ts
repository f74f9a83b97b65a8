import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSettings, readSettings } from '../../src/settings.ts';

test('the page about the settings is what the table says (npm run reference writes it anew)', () => {
  const page = readFileSync(new URL('../../docs/reference/settings.md', import.meta.url), 'utf8');
  expect(page).toBe(describeSettings());
});

test('a flag stands before the environment, and every wrong value is named', () => {
  expect(readSettings(['port'], { port: '8080' }, { PORT: '9090' })).toEqual({ port: 8080 });
  expect(readSettings(['port'], {}, { PORT: '9090' })).toEqual({ port: 9090 });
  expect(() => readSettings(['port', 'workers'], { port: 'x', workers: '999' }, {})).toThrow(
    expect.objectContaining({
      kind: 'invalid-input',
      details: [expect.stringContaining('x'), expect.stringContaining('999')],
    }),
  );
});
