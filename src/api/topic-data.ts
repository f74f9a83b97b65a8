import type { Catalog } from '../domain/catalog.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { TopicView } from '../workbench/read-topic.ts';
import type { DataDocument } from './data-document.ts';

/** All topics, a row each. */
export function describeTopics(catalog: Catalog): DataDocument {
  return {
    title: 'Topics',
    notes: [],
    json: { topics: catalog.topics },
    columns: ['topic', 'label', 'group', 'broader', 'kind', 'description'],
    rows: catalog.topics.map(({ id, label, group, broader, kind, description }) => [
      id,
      label,
      group,
      broader,
      kind,
      description,
    ]),
  };
}

/** One topic, a row for each heading it was found under. */
export function describeTopic(view: TopicView, stamp: LibraryStamp): DataDocument {
  return {
    title: view.topic.label,
    notes: [
      view.topic.description,
      ...view.reportsByEdition.map(
        ({ edition, reports, held }) => `${edition}: text on it in ${reports} of ${held} reports held.`,
      ),
      `Library version ${stamp.version}.`,
    ],
    json: { library: { version: stamp.version }, ...view },
    columns: ['topic', 'edition', 'heading', 'above', 'kind', 'relation', 'reason', 'reports'],
    rows: view.headings.map(({ edition, heading, above, kind, relation, reason, reports }) => [
      view.topic.id,
      edition,
      heading,
      above,
      kind,
      relation,
      reason,
      reports,
    ]),
  };
}
