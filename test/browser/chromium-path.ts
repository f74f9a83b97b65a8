/**
 * The Chromium that `vitest.config.ts` found (CHROMIUM, or the one on PATH), or null:
 * `describe.skipIf(chromiumPath === null)('…', …)`. `npm test` says how to get one.
 */
export const chromiumPath: string | null = process.env.CHROMIUM || null;

/** It asks nothing of any other machine. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
