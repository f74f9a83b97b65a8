import { segmentText } from '../../../domain/mark.ts';
import type { TextRange } from '../../../domain/search-answer.ts';

/** Text with what was found in it marked. */
export function MarkedText({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}) {
  return (
    <>
      {segmentText(text, ranges).map((segment) =>
        segment.marks.length > 0 ? <mark>{segment.text}</mark> : segment.text,
      )}
    </>
  );
}

/** Stretches of a long text with what was found marked, and a sign where something is left out. */
export function MarkedWindows({
  text,
  ranges,
  windows,
}: {
  readonly text: string;
  readonly ranges: readonly TextRange[];
  readonly windows: readonly TextRange[];
}) {
  return (
    <>
      {windows.map(({ start, end }, i) => (
        <>
          {i > 0 ? ' ' : ''}
          {start > 0 ? <span class="left-out">[…] </span> : null}
          <MarkedText
            text={text.slice(start, end)}
            ranges={ranges
              .filter((range) => range.start < end && range.end > start)
              .map((range) => ({
                start: Math.max(0, range.start - start),
                end: Math.min(end, range.end) - start,
              }))}
          />
          {i === windows.length - 1 && end < text.length ? <span class="left-out"> […]</span> : null}
        </>
      ))}
    </>
  );
}
