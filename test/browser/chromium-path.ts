/**
 * The Chromium that `vitest.config.ts` found (CHROMIUM, or the one on PATH), or null:
 * `describe.skipIf(chromiumPath === null)('…', …)`. `npm test` says how to get one.
 */
export const chromiumPath: string | null = process.env.CHROMIUM || null;
