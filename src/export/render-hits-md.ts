import { formatAddress } from '../domain/address.ts';
import type { Hit, HitList, TextRange } from '../domain/search-answer.ts';
import {
  describeCount,
  describeDenominator,
  listQueryNotes,
  nameQuery,
  WHAT_A_SEARCH_IS,
} from './describe-search.ts';
import { headingText } from './front-matter.ts';
import { escapeMarkdown, renderMarkedMarkdown } from './markdown-text.ts';

/** CommonMark without HTML: the counts, then each passage with its matches strong, its address and its report's. */
export async function* renderHitsMd(list: HitList): AsyncGenerator<string> {
  yield renderHead(list);
  let number = 0;
  for await (const hit of list.hits) {
    number += 1;
    yield renderHit(hit, number);
  }
}

function renderHead({ count, address, given, reliefs }: HitList): string {
  const { query, passages, library } = count;
  const facts = [
    ['Found', describeCount(count)],
    ['Searched', describeDenominator(count)],
    ['Library version', library.version],
    ['Search', address],
    ...(given < passages ? [['Listed here', `the first ${given.toLocaleString('en-US')}`]] : []),
  ];
  const notes = listQueryNotes(query).map((note) => `- ${escapeMarkdown(note)}\n`);
  const hints = reliefs.map(
    (relief) => `- ${escapeMarkdown(relief.label)}: ${relief.passages.toLocaleString('en-US')}\n`,
  );
  return [
    `# Search: ${escapeMarkdown(nameQuery(query))}\n\n${WHAT_A_SEARCH_IS}\n\n`,
    ...facts.map(([label, value = '']) => `- **${label}:** ${escapeMarkdown(value)}\n`),
    ...notes,
    ...(passages > 0 ? [] : ['\nNothing was found.\n']),
    ...(hints.length === 0 ? [] : ['\nPassages that would be found:\n\n', ...hints]),
    '\n',
  ].join('');
}

function renderHit({ report, path, passage, ranges }: Hit, number: number): string {
  const { edition, area, areaName } = report;
  const { section, text } = passage;
  const trail = path.map((one) => headingText(one)).join(' › ');
  // The text's own marks are left out: a match in a label set strong could not be seen.
  const marks = ranges.map(({ start, end }: TextRange) => ({ kind: 'strong' as const, start, end }));
  const address = formatAddress({ edition, area, section, passage: passage.number });
  return [
    `## ${number}\\. ${escapeMarkdown(`${areaName}, ${edition}`)}\n\n`,
    `${escapeMarkdown(trail)}\n\n`,
    `${renderMarkedMarkdown(text, marks)}\n\n`,
    `\`${address}\` · ${describeSource(report)}\n\n`,
  ].join('');
}

function describeSource({ sample, provenance }: Hit['report']): string {
  if (sample) return 'Invented sample';
  const { address } = provenance;
  return /^https?:\/\/[^\s<>\\]+$/.test(address) ? `<${address}>` : escapeMarkdown(address);
}
