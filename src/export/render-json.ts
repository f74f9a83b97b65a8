import { formatAddress } from '../domain/address.ts';
import type { Excerpt, Publication } from '../domain/publication.ts';
import { BUREAU } from '../domain/report-facts.ts';
import { startVerification } from '../domain/verification.ts';
import { runsToText } from './citation/citation-runs.ts';
import { citeHead } from './citation/head-citation.ts';
import { listExcerptFacts, WHAT_IT_IS } from './front-matter.ts';

/**
 * One JSON object, a report a piece. Offsets of marks are UTF-16 code units of `text`; `digest` is the first 16
 * hexadecimal digits of the SHA-256 of `text` as UTF-8.
 */
export async function* renderJson(publication: Publication): AsyncGenerator<string> {
  const { selection, query, description, library, reports, passages, words, gaps, gapGroups } = publication;
  const head = JSON.stringify({
    about: WHAT_IT_IS,
    title: description.title,
    selection,
    query,
    library: { version: library.version, reports: library.reports },
    totals: { reports, passages, words },
  });
  yield `${head.slice(0, -1)},"reports":[`;
  const notes = startVerification(publication);
  let separator = '\n';
  for await (const excerpt of publication.readExcerpts()) {
    notes.add(excerpt);
    yield `${separator}${JSON.stringify(excerptToJson(excerpt))}`;
    separator = ',\n';
  }
  const ends = gapGroups.flatMap(({ heading, lines }) => lines.map(({ text }) => `${heading}: ${text}`));
  yield `\n],"gaps":${JSON.stringify(gaps)},"gapNotes":${JSON.stringify(ends)},"verification":${JSON.stringify(notes.finish())}}\n`;
}

function excerptToJson(excerpt: Excerpt): object {
  const { report, edition, area, choice, heading, sections } = excerpt;
  const { address, host, capturedAddress, capturedAt, capturedAtSource, sha256, bytes, readerVersion } =
    report.provenance;
  return {
    edition: edition.year,
    area: area.id,
    areaName: report.areaName,
    version: report.version,
    heading,
    title: report.title,
    choice,
    coversEventsOf: edition.coversEventsOf,
    bureau: report.sample ? null : BUREAU,
    releaseDate: report.sample ? null : edition.releaseDate,
    releaseDateNote: report.sample ? null : edition.releaseDateNote,
    address,
    host,
    capturedAddress,
    capturedAt,
    capturedAtSource,
    sha256,
    bytes,
    readerVersion,
    sample: report.sample,
    citation: runsToText(citeHead(excerpt)),
    notice: listExcerptFacts(excerpt).notice,
    sections: sections.map(({ section, context, passages }) => ({
      key: section.key,
      label: section.label,
      heading: section.heading,
      printed: section.printed,
      depth: section.depth,
      topics: section.topics,
      context,
      passages: passages.map(({ number, kind, label, text, marks, topics, digest }) => ({
        address: formatAddress({
          edition: edition.year,
          area: area.id,
          section: section.key,
          passage: number,
        }),
        number,
        kind,
        label,
        text,
        marks,
        topics,
        digest,
      })),
    })),
  };
}
