import type { Catalog } from '../../domain/catalog.ts';
import { excerptAnchor } from '../../domain/excerpt-anchor.ts';
import type { ContentsEntry } from '../../domain/publication.ts';
import { formatSectionChoice, labelSectionChoice, type SelectionOrder } from '../../domain/selection.ts';
import { formatNumber } from '../plain-words.ts';

/** What a custom report contains, in its order: a line for each country, year or section, with its parts. */
export function ContentsList({
  contents,
  order,
  catalog,
}: {
  readonly contents: readonly ContentsEntry[];
  readonly order: SelectionOrder;
  readonly catalog: Catalog;
}) {
  return (
    <ol class="contents-lines">
      {groupContents(contents, order, catalog).map(({ name, entries }) => (
        <li>
          <span class="contents-name">{name}</span>
          <ul>
            {entries.map(({ label, entry }) => (
              <li>
                <a href={`#${excerptAnchor(entry)}`}>{label}</a>{' '}
                <small>{formatNumber(entry.words)}&nbsp;words</small>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

interface ContentsGroup {
  readonly key: string;
  readonly name: string;
  readonly entries: { readonly label: string; readonly entry: ContentsEntry }[];
}

/** Neighbours that share what the report is arranged by first. */
function groupContents(
  contents: readonly ContentsEntry[],
  order: SelectionOrder,
  catalog: Catalog,
): ContentsGroup[] {
  const groups: ContentsGroup[] = [];
  for (const entry of contents) {
    const { key, name, label } = nameEntry(entry, order, catalog);
    const last = groups.at(-1);
    if (last?.key === key) last.entries.push({ label, entry });
    else groups.push({ key, name, entries: [{ label, entry }] });
  }
  return groups;
}

function nameEntry(
  { report, area, choice }: ContentsEntry,
  order: SelectionOrder,
  catalog: Catalog,
): { key: string; name: string; label: string } {
  if (order === 'area') return { key: area.id, name: area.name, label: String(report.edition) };
  if (order === 'year') {
    return { key: String(report.edition), name: String(report.edition), label: report.areaName };
  }
  return {
    key: choice === null ? '' : formatSectionChoice(choice),
    name: choice === null ? '' : labelSectionChoice(choice, catalog),
    label: `${report.areaName} ${report.edition}`,
  };
}
