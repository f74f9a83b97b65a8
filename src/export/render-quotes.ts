import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { formatAddress } from '../domain/address.ts';
import { assertNever } from '../domain/assert-never.ts';
import type {
  CheckedSentence,
  QuoteCheck,
  QuotePiece,
  QuotePlace,
  QuoteVerdict,
} from '../domain/quote-check.ts';
import { formatYears } from '../domain/selection.ts';
import { countOf } from './front-matter.ts';
import { escapeMarkdown } from './markdown-text.ts';

/** What was found of each sentence, as data. Offsets are UTF-16 code units of what was pasted. */
export function renderQuotesJson({ sentences, counts, library }: QuoteCheck): string {
  return `${JSON.stringify(
    {
      library: library.version,
      reports: library.reports,
      note: ABSENCE_NOTE,
      counts,
      sentences: sentences.map(({ sentence, verdict, editions, placeCount, places, nearest }) => ({
        ...sentence,
        verdict,
        editions,
        placeCount,
        places: places.map(placeToJson),
        nearest:
          nearest === null
            ? null
            : {
                ...placeToJson(nearest),
                score: Math.round(nearest.score * 10_000) / 10_000,
                pieces: nearest.pieces,
              },
      })),
    },
    null,
    2,
  )}\n`;
}

/** CommonMark: a list of the sentences, each with its verdict and the places in which it stands. */
export function renderQuotesMd(check: QuoteCheck): string {
  const items = check.sentences.map((one, i) => {
    const nearest = one.nearest === null ? '' : `\n\n   ${one.nearest.pieces.map(pieceToMarkdown).join(' ')}`;
    return `${i + 1}. **${escapeMarkdown(describeVerdict(one))}**\n\n   > ${escapeMarkdown(one.sentence.text.replace(/\s+/gu, ' '))}${nearest}\n`;
  });
  const hasNear = check.sentences.some(({ nearest }) => nearest !== null);
  const key = hasNear
    ? 'Where a sentence stands nearly, the words of the report are strong and the pasted words that it does not have are in [brackets].\n\n'
    : '';
  return `# Quotations checked\n\n${escapeMarkdown(describeChecked(check))}\n\n${escapeMarkdown(key.trimEnd())}${key === '' ? '' : '\n\n'}${items.join('\n')}`;
}

/** "3 sentences: 2 word for word, 1 not found …" and against what. */
export function describeChecked({ sentences, counts, library }: QuoteCheck): string {
  const parts = (['verbatim', 'near', 'not-found', 'too-short'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict].toLocaleString('en-US')} ${nameVerdict(verdict).toLowerCase()}`);
  const missing = counts['not-found'] > 0 ? ` Not found means not in these reports. ${ABSENCE_NOTE}` : '';
  return `${countOf(sentences.length, 'sentence')}: ${parts.join(', ')}. Looked for in ${countOf(library.reports, 'report')}, library version ${library.version}.${missing}`;
}

/** "Word for word: 2021/mli#1.c:4 and 3 more passages; editions 2019-2021" */
export function describeVerdict({ verdict, places, placeCount, editions, nearest }: CheckedSentence): string {
  const [first] = places;
  if (first === undefined) return nameVerdict(verdict);
  const more = placeCount > 1 ? ` and ${countOf(placeCount - 1, 'more passage')}` : '';
  const years = `${editions.length === 1 ? 'edition' : 'editions'} ${formatYears(editions)}`;
  const score = nearest === null ? '' : `; ${Math.round(nearest.score * 100)} of 100 words in common`;
  return `${nameVerdict(verdict)}: ${addressOf(first)} (${first.report.areaName})${more}; ${years}${score}`;
}

export function nameVerdict(verdict: QuoteVerdict): string {
  switch (verdict) {
    case 'verbatim':
      return 'Word for word';
    case 'near':
      return 'Nearly';
    case 'not-found':
      return 'Not found';
    case 'too-short':
      return 'Too short to tell';
    default:
      return assertNever(verdict);
  }
}

function addressOf({ report, section, number }: QuotePlace): string {
  return formatAddress({ edition: report.edition, area: report.area, section, passage: number });
}

function placeToJson(place: QuotePlace): object {
  const { edition, area, areaName, version, provenance, sample } = place.report;
  return {
    address: addressOf(place),
    edition,
    area,
    areaName,
    section: place.section,
    passage: place.number,
    version,
    officialAddress: sample ? null : provenance.address,
  };
}

function pieceToMarkdown({ kind, text }: QuotePiece): string {
  if (kind === 'same') return escapeMarkdown(text);
  return kind === 'report' ? `**${escapeMarkdown(text)}**` : `\\[${escapeMarkdown(text)}\\]`;
}
