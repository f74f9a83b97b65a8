import { describe, expect, it } from 'vitest';
import { findBrokenRules, findLongFiles, HOUSE_RULES } from './house-rules.ts';
import { readTrackedFiles } from './tracked-files.ts';

const sources = readTrackedFiles().filter(({ path }) =>
  /^(src|test|scripts|bench)\/.*\.(tsx?|mjs)$/.test(path),
);

describe('the house', () => {
  it('keeps every rule', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(findBrokenRules(sources)).toEqual([]);
    const long = findLongFiles(sources);
    if (long.length > 0) console.warn(`Longer than 300 lines; say why, or split:\n${long.join('\n')}`);
  });
});

/** For each rule: sources that break it, and sources near to them that do not. */
const EXAMPLES: readonly (readonly [rule: string, broken: readonly Example[], kept: readonly Example[]])[] = [
  [
    'The domain imports nothing',
    [
      ['src/domain/area.ts', "import { createHash } from 'node:crypto';"],
      ['src/domain/area.ts', "import type { Store } from '../store/store.ts';"],
      ['src/domain/area.ts', "import { z } from 'zod';"],
      ['src/domain/area.ts', "export {\n  one,\n  two,\n} from '../ingest/read-page.ts';"],
      ['src/domain/area.ts', "const page = await import('../ingest/read-page.ts');"],
    ],
    [
      ['src/domain/area.ts', "import { foldText } from './slug.ts';"],
      ['src/domain/area.ts', "/** import { x } from 'node:fs'; */"],
    ],
  ],
  [
    'Rooms of the first floor never import each other',
    [
      ['src/ingest/read-page.ts', "import type { Store } from '../store/store.ts';"],
      ['src/export/html/render-html.ts', "import { a } from '../../search/parse-query.ts';"],
    ],
    [
      ['src/workbench/workbench.ts', "import type { Store } from '../store/store.ts';"],
      ['src/export/html/render-html.ts', "import { a } from '../escape.ts';"],
    ],
  ],
  [
    'Doors get a Workbench',
    [
      ['src/web/app.tsx', "import { renderPassage } from '../export/html-passage.ts';"],
      ['src/cli/check.ts', "import type { SaveOutcome } from '../store/store.ts';"],
      ['src/server.ts', "import { openStore } from './store/sqlite/open.ts';"],
    ],
    [['src/cli/check.ts', "import type { Workbench } from '../workbench/workbench.ts';"]],
  ],
  [
    'Imports point down only',
    [
      ['src/store/store.ts', "import type { Workbench } from '../workbench/workbench.ts';"],
      ['src/workbench/workbench.ts', "import { createApp } from '../web/app.tsx';"],
      ['src/api/routes.ts', "import { page } from '../web/page.tsx';"],
      ['src/server.ts', "import { main } from './cli/main.ts';"],
      ['src/cli/serve.ts', "import { createApp } from '../web/app.tsx';"],
      ['src/web/app.tsx', "import { readSettings } from '../settings.ts';"],
      ['src/workbench/read-pages.ts', "new Worker(new URL('../cli/main.js', import.meta.url));"],
    ],
    [
      ['src/server.ts', "import { createApp } from './web/app.tsx';"],
      ['src/cli/serve.ts', "import { startServer } from '../server.ts';"],
    ],
  ],
  [
    'stands in a room of the house',
    [
      ['src/tools/x.ts', ''],
      ['src/main.ts', ''],
    ],
    [['src/settings.ts', '']],
  ],
  [
    'A library lives in one room',
    [
      ['src/workbench/x.ts', "import Database from 'better-sqlite3';"],
      ['src/export/x.ts', "import { html } from 'hono/html';"],
      ['src/web/x.ts', "import { serve } from '@hono/node-server';"],
      ['src/store/x.ts', "import { left } from 'left-pad';"],
    ],
    [
      ['src/store/x.ts', "import Database from 'better-sqlite3';"],
      ['src/web/x.ts', "import { html } from 'hono/html';"],
      ['src/export/x.ts', "import { stringify } from 'csv-stringify/sync';"],
    ],
  ],
  [
    'one settings table',
    [['src/cli/main.ts', 'const port = process.env.PORT;']],
    [['src/settings.ts', 'const port = process.env.PORT;']],
  ],
  [
    'Printing and exit codes',
    [
      ['src/store/x.ts', "console.log('here');"],
      ['src/server.ts', 'process.stdout.write(address);'],
      ['src/web/x.ts', 'process.exitCode = 1;'],
    ],
    [
      ['src/cli/x.ts', 'process.stdout.write(address);'],
      ['src/web/client/x.ts', 'console.warn(x);'],
      ['src/web/x.ts', '// console.log(x);'],
    ],
  ],
  [
    '“Now” is a parameter',
    [
      ['src/ingest/x.ts', 'const at = new Date();'],
      ['src/ingest/x.ts', 'const at = new Date;'],
      ['src/workbench/x.ts', 'const at = Date.now();'],
    ],
    [
      ['src/ingest/x.ts', 'const at = new Date(seconds * 1000);'],
      ['src/cli/x.ts', 'const at = Date.now();'],
    ],
  ],
  [
    'No file is called utils',
    [
      ['src/web/utils.ts', ''],
      ['src/domain/index.ts', ''],
      ['src/web/html-helpers.tsx', ''],
      ['test/common/library.ts', ''],
    ],
    [['src/store/sqlite/full-text-index-table.ts', '']],
  ],
  [
    'kebab-case',
    [
      ['src/web/ReportPage.tsx', ''],
      ['src/web/report_page.ts', ''],
    ],
    [['src/web/report-page.test.ts', '']],
  ],
  ['at most 400 lines', [['src/web/x.ts', '\n'.repeat(401)]], [['src/web/x.ts', '\n'.repeat(400)]]],
];

type Example = readonly [path: string, text: string];

describe('each rule of the house', () => {
  it('has examples', () => {
    const shown = EXAMPLES.map(([rule]) => HOUSE_RULES.findIndex(({ sentence }) => sentence.includes(rule)));
    expect(shown).toEqual(HOUSE_RULES.map((_, i) => i));
  });

  it.each(EXAMPLES)('is told to whoever breaks it: %s', (rule, broken, kept) => {
    for (const [path, text] of broken) {
      const found = findBrokenRules([{ path, text }]);
      expect(found, `${path}: ${text}`).toHaveLength(1);
      expect(found[0]).toContain(rule);
    }
    for (const [path, text] of kept)
      expect(findBrokenRules([{ path, text }]), `${path}: ${text}`).toEqual([]);
  });
});
