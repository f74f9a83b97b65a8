import { formatAddress } from '../domain/address.ts';
import { ABSENCE_NOTE } from '../domain/gap.ts';
import type { QuoteCheck, QuotePlace } from '../domain/quote-check.ts';

/** What was found of each sentence. Offsets are UTF-16 code units of what was pasted. */
export function renderQuoteCheck({ sentences, counts, library }: QuoteCheck): string {
  const data = {
    library: library.version,
    reports: library.reports,
    note: ABSENCE_NOTE,
    counts,
    sentences: sentences.map(({ sentence, verdict, editions, placeCount, places, nearest }) => ({
      ...sentence,
      verdict,
      editions,
      placeCount,
      places: places.map(describePlace),
      nearest:
        nearest === null
          ? null
          : {
              ...describePlace(nearest),
              score: Math.round(nearest.score * 10_000) / 10_000,
              pieces: nearest.pieces,
            },
    })),
  };
  return `${JSON.stringify(data)}\n`;
}

function describePlace({ report, section, number }: QuotePlace): object {
  const { edition, area, areaName, version, provenance, sample } = report;
  return {
    address: formatAddress({ edition, area, section, passage: number }),
    edition,
    area,
    areaName,
    section,
    passage: number,
    version,
    officialAddress: sample ? null : provenance.address,
  };
}
