import { ABSENCE_NOTE } from '../domain/absence-note.ts';
import { formatAddress } from '../domain/address.ts';
import {
  describeLastReported,
  describeLastReportedTitle,
  listLastReportedNotes,
} from '../domain/describe-last-reported.ts';
import type { EndedEdition, EndedPassage, LastReported } from '../domain/passage-history.ts';
import { BUREAU, noticeFor } from '../domain/report-facts.ts';
import type { DataTable } from './render-table.ts';

/** What no later edition has, a row a passage, the editions newest first. */
export function tableLastReported(found: LastReported): DataTable {
  const { area, held, editions, topics, narrowedTo, lastText, gaps, library } = found;
  return {
    title: describeLastReportedTitle(found),
    notes: [describeLastReported(found), ...listLastReportedNotes(found)],
    json: {
      note: ABSENCE_NOTE,
      library: { version: library.version },
      area: { id: area.id, name: area.name },
      held,
      narrowedTo: narrowedTo?.map(({ id, label }) => ({ topic: id, label })) ?? null,
      lastEditionWithText: lastText,
      gaps: gaps.map(({ edition, reason }) => ({ edition, reason })),
      topics: topics.map(({ topic, last, ended }) => ({
        topic: topic?.id ?? null,
        label: topic?.label ?? null,
        lastEditionWithText: last,
        passagesEnded: Object.fromEntries(ended),
      })),
      editions: editions.map((edition) => ({
        ...describeReport(edition),
        topics: edition.topics.map(({ topic, passages }) => ({
          topic: topic?.id ?? null,
          passages: passages.map((one) => describePassage(edition, one)),
        })),
      })),
    },
    columns: [
      'last_edition',
      'area',
      'topic',
      'address',
      'heading',
      'first_edition',
      'words',
      'text',
      'looked_for_in',
      'version',
      'official_address',
      'note',
    ],
    rows: editions.flatMap((edition) =>
      edition.topics.flatMap(({ topic, passages }) =>
        passages.map((one) => [
          edition.head.edition,
          area.id,
          topic?.id ?? null,
          addressOf(edition, one),
          one.section.heading,
          one.place.first,
          one.passage.words,
          one.passage.text,
          edition.next,
          edition.head.version,
          edition.head.provenance.address,
          ABSENCE_NOTE,
        ]),
      ),
    ),
    noted: ['area', 'note'],
  };
}

function describeReport({ head, next, passages, words }: EndedEdition): object {
  const { address, capturedAt, sha256 } = head.provenance;
  return {
    edition: head.edition,
    lookedForIn: next,
    passages,
    words,
    version: head.version,
    bureau: head.sample ? null : BUREAU,
    officialAddress: address,
    capturedAt,
    sha256,
    notice: noticeFor(head),
  };
}

function describePassage(edition: EndedEdition, one: EndedPassage): object {
  const { passage, section, place } = one;
  return {
    address: addressOf(edition, one),
    heading: section.heading,
    first: place.first,
    since: place.since,
    text: passage.text,
    words: passage.words,
    digest: passage.digest,
  };
}

function addressOf({ head }: EndedEdition, { passage }: EndedPassage): string {
  const { edition, area } = head;
  return formatAddress({ edition, area, section: passage.section, passage: passage.number });
}
