// The packet file, written and read here: saving and opening one sends nothing.

import { countPins, type PinState, readPinState, UNSORTED_ISSUE } from './pin-state.ts';

const FORMAT = 'variorum-packet';

/** The file as docs/guide/exhibits.md describes it. */
export function formatPinFile({ issues, options }: PinState): string {
  const { title, form, body, paper, prefix, start, limit, megabytes } = options;
  const file = {
    format: FORMAT,
    version: 1,
    title: title ?? null,
    form: form ?? 'us',
    body: body ?? null,
    paper: paper ?? null,
    pageLimit: numberOf(limit),
    mostBytes: numberOf(megabytes, 1_000_000),
    numbering: { prefix: prefix ?? null, start: numberOf(start) },
    issues: issues
      .filter(({ pins }) => pins.length > 0)
      .map((issue) => ({
        title: issue.title.trim() || UNSORTED_ISSUE,
        pins: issue.pins.map(({ address, digest, note }) => ({ address, digest, note })),
      })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a packet file holds, and how many of its pins were not understood; a sentence if it is none. */
export function readPinFile(text: string): { readonly state: PinState; readonly lost: number } | string {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'This is no packet file: it is no JSON.';
  }
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT)
    return 'This is no packet file.';
  if (!('version' in file) || file.version !== 1) return 'This packet file is of a later kind.';
  const { numbering, pageLimit, mostBytes, issues, ...rest } = file as Record<string, unknown>;
  const { prefix, start } = Object(numbering) as Record<string, unknown>;
  const options = {
    ...rest,
    prefix,
    start: textOf(start),
    limit: textOf(pageLimit),
    megabytes: typeof mostBytes === 'number' ? String(mostBytes / 1_000_000) : undefined,
  };
  const state = readPinState({ issues, options });
  return { state, lost: countAll(issues) - countPins(state) };
}

function countAll(issues: unknown): number {
  if (!Array.isArray(issues)) return 0;
  return issues.reduce((sum: number, issue: unknown) => {
    const { pins } = Object(issue) as { pins?: unknown };
    return sum + (Array.isArray(pins) ? pins.length : 0);
  }, 0);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : undefined;
}

function numberOf(text: string | undefined, unit = 1): number | null {
  if (text === undefined || text.trim() === '') return null;
  const number = Number(text) * unit;
  return Number.isFinite(number) ? Math.round(number) : null;
}
