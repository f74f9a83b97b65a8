import { formatAddress } from '../domain/address.ts';
import type { CheckedSentence, QuoteCheck, QuotePlace } from '../domain/quote-check.ts';
import { writeCsvRows } from './csv-rows.ts';

/** The columns, in order. `places` counts all passages, also those that have no row. */
export const QUOTE_COLUMNS = [
  'sentence',
  'text',
  'quoted',
  'verdict',
  'score',
  'places',
  'edition',
  'area',
  'area_name',
  'section',
  'passage',
  'address',
  'version',
  'library',
] as const;

/** A row a sentence and passage in which it stands, oldest edition first; one row for what stands nowhere. */
export function renderQuotesCsv({ sentences, library }: QuoteCheck): string {
  const rows = sentences.flatMap((checked, i) => {
    const cells = describeSentence(checked);
    const places = checked.places.length === 0 ? [NOWHERE] : checked.places.map(describePlace);
    return places.map((place) => [i + 1, ...cells, ...place, library.version]);
  });
  return writeCsvRows([QUOTE_COLUMNS, ...rows]);
}

type Cells = readonly (string | number | null)[];

const NOWHERE: Cells = [null, null, null, null, null, null, null];

function describeSentence({ sentence, verdict, nearest, placeCount }: CheckedSentence): Cells {
  const { text, quoted } = sentence;
  const score = nearest === null ? null : Math.round(nearest.score * 10_000) / 10_000;
  return [text, quoted ? 'yes' : 'no', verdict, score, placeCount];
}

function describePlace({ report, section, number }: QuotePlace): Cells {
  const { edition, area, areaName, version } = report;
  const address = formatAddress({ edition, area, section, passage: number });
  return [edition, area, areaName, section, number, address, version];
}
