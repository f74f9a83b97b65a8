/**
 * Something said about a stretch of a passage's text, kept beside the text and not in it. Offsets are UTF-16
 * code units of the text, `start` inclusive, `end` exclusive.
 */
export type Mark =
  | {
      readonly kind: 'emphasis' | 'strong' | 'underline' | 'superscript' | 'subscript';
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'link'; readonly start: number; readonly end: number; readonly href: string };

export type MarkKind = Mark['kind'];

/** A piece of a text under the same marks throughout. */
export interface MarkedSegment<M = Mark> {
  readonly text: string;
  readonly marks: readonly M[];
}

/** Cuts a text at every mark's ends. The segments' texts joined are the text again. */
export function segmentText<M extends { readonly start: number; readonly end: number }>(
  text: string,
  marks: readonly M[],
): MarkedSegment<M>[] {
  if (marks.length === 0) return text === '' ? [] : [{ text, marks: [] }];
  const cuts = new Set<number>([0, text.length]);
  for (const mark of marks) {
    cuts.add(Math.max(0, Math.min(text.length, mark.start)));
    cuts.add(Math.max(0, Math.min(text.length, mark.end)));
  }
  const points = [...cuts].sort((a, b) => a - b);
  const segments: MarkedSegment<M>[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const start = points[i - 1] ?? 0;
    const end = points[i] ?? 0;
    if (end > start) {
      segments.push({
        text: text.slice(start, end),
        marks: marks.filter((mark) => mark.start <= start && mark.end >= end),
      });
    }
  }
  return segments;
}
