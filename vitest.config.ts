import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-chromium.mjs';

const CORPUS = ['test/corpus/**/*.test.ts', 'test/promises/no-report-text.test.ts'];
const BROWSER = ['test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    env: { CHROMIUM: findChromium() ?? '' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...CORPUS, ...BROWSER],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: 'corpus', include: CORPUS, testTimeout: 300_000, hookTimeout: 300_000 },
      },
      {
        extends: true,
        test: { name: 'browser', include: BROWSER, testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
      },
    ],
  },
});
