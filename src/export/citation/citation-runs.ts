import type { CitationRun } from '../../domain/citation-style.ts';
import { escapeText } from '../html-passage.ts';
import { escapeMarkdown } from '../markdown-text.ts';

/** Strings are set plainly; null and what is empty vanish. */
export type CitationPiece = CitationRun | string | null;

export function italic(text: string): CitationRun {
  return { kind: 'italic', text };
}

export function smallCaps(text: string): CitationRun {
  return { kind: 'small-caps', text };
}

export function link(text: string | null): CitationRun | null {
  return text === null ? null : { kind: 'address', text };
}

/** The pieces one after the other, plain ones joined. */
export function toRuns(pieces: readonly CitationPiece[]): readonly CitationRun[] {
  const runs: CitationRun[] = [];
  for (const piece of pieces) {
    const run = typeof piece === 'string' ? ({ kind: 'plain', text: piece } as const) : piece;
    if (run === null || run.text === '') continue;
    const last = runs.at(-1);
    if (run.kind === 'plain' && last?.kind === 'plain') {
      runs[runs.length - 1] = { kind: 'plain', text: last.text + run.text };
    } else {
      runs.push(run);
    }
  }
  return runs;
}

/** As in the United States: a comma or full stop stands inside the quotation marks that end before it. */
export function toAmericanRuns(pieces: readonly CitationPiece[]): readonly CitationRun[] {
  return toRuns(pieces).map((run) =>
    run.kind === 'plain' ? { ...run, text: run.text.replace(/”([,.])/g, '$1”') } : run,
  );
}

/** What is known of it, with a separator between: nulls leave no trace. */
export function joinKnown(parts: readonly (string | null)[], separator: string): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

export function runsToText(runs: readonly CitationRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Only the markup written here can come out of it; small capitals are set by a style, for no tag says them. */
export function runsToHtml(runs: readonly CitationRun[]): string {
  return runs
    .map(({ kind, text }) => {
      const inner = escapeText(text);
      if (kind === 'italic') return `<i>${inner}</i>`;
      if (kind === 'small-caps') return `<span style="font-variant: small-caps">${inner}</span>`;
      return inner;
    })
    .join('');
}

/** Markdown knows no small capitals: such words are set plainly. */
export function runsToMarkdown(runs: readonly CitationRun[]): string {
  return runs
    .map(({ kind, text }) => {
      if (kind === 'italic') return `*${escapeMarkdown(text)}*`;
      return kind === 'address' ? `<${text}>` : escapeMarkdown(text);
    })
    .join('');
}
