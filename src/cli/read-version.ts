import { readFileSync } from 'node:fs';

/** The version that package.json states; the same from sources and when built. */
export function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}
