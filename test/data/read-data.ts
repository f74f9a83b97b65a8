import { readFileSync } from 'node:fs';

/** One of the reviewed files, as parsed and not yet believed. */
export function readData(name: string): unknown {
  return JSON.parse(readText(`${name}.json`));
}

/** A heading as the editions print it, and where in the outline most reports have it. */
export interface PrintedHeading {
  readonly edition: number;
  readonly level: string;
  readonly heading: string;
  readonly count: number;
  /** Key of the section it stands beneath; empty if beneath none or unknown. */
  readonly under: string;
}

/** The rows of `data/headings.csv`. */
export function readHeadings(): PrintedHeading[] {
  const [head, ...lines] = readText('headings.csv').trimEnd().split('\n');
  if (head !== 'edition,level,heading,count,under') throw new Error(`headings.csv begins with ${head}`);
  return lines.map((line) => {
    const match = /^(\d{4}),([a-z0-9-]+),("(?:[^"]|"")*"|[^",]*),(\d+),(\S*)$/.exec(line);
    if (match === null) throw new Error(`headings.csv has the line ${line}`);
    const [, edition = '', level = '', heading = '', count = '', under = ''] = match;
    return {
      edition: Number(edition),
      level,
      heading: heading.startsWith('"') ? heading.slice(1, -1).replaceAll('""', '"') : heading,
      count: Number(count),
      under,
    };
  });
}

function readText(name: string): string {
  return readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
}
