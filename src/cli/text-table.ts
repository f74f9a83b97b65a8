/** A column of a table: its heading, and on which side its values stand. */
export interface TextColumn {
  readonly heading: string;
  readonly align: 'left' | 'right';
}

/** A table of plain text: columns two spaces apart, no space at the ends of lines. */
export function renderTextTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ heading }, i) =>
    Math.max(measure(heading), ...rows.map((row) => measure(row[i] ?? ''))),
  );
  const lines = [columns.map(({ heading }) => heading), ...rows].map((row) =>
    columns
      .map(({ align }, i) => {
        const text = row[i] ?? '';
        const fill = ' '.repeat((widths[i] ?? 0) - measure(text));
        return align === 'left' ? text + fill : fill + text;
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** `1234567` → "1,234,567" */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 page", "2 pages" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function measure(text: string): number {
  return [...text].length;
}
