import { formatAddress, formatReportId } from '../address.ts';
import type { Catalog } from '../catalog.ts';
import type { ChangeCounts, TextCount } from '../change-counts.ts';
import type { TableRow } from '../data-table.ts';
import { FINDING_KINDS, type Finding } from '../finding.ts';
import type { Report, ReportHead, ReportId } from '../report.ts';
import type { MappingRelation } from '../topic.ts';

// The rows of the dataset's tables, each in the order of its table's columns (dataset-tables.ts).

export function listAreaRows({ areas, regions }: Catalog): TableRow[] {
  const nameOf = new Map(regions.map(({ id, name }) => [id, name]));
  return areas
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, name, region, parent, kind, names, aliases, published }) => [
      id,
      name,
      region,
      nameOf.get(region) ?? region,
      parent,
      kind,
      names.map((one) => one.name),
      aliases,
      published.map(String),
    ]);
}

export function listEditionRows({ editions, areas }: Catalog, heads: readonly ReportHead[]): TableRow[] {
  return editions.map((edition) => [
    edition.year,
    edition.title,
    edition.releaseDate,
    edition.releaseDateNote,
    edition.coversEventsOf,
    edition.layout,
    edition.indexAddress,
    heads.filter((head) => head.edition === edition.year).length,
    areas.filter(({ kind, published }) => kind !== 'sample' && published.includes(edition.year)).length,
    edition.notes.join(' ') || null,
  ]);
}

export function listTopicRows({ topics }: Catalog): TableRow[] {
  return topics.map(({ id, label, description, kind, broader, group }) => [
    id,
    label,
    description || null,
    kind,
    broader,
    group,
  ]);
}

export function toReportRow(head: ReportHead): TableRow {
  const { edition, area, areaName, title, version, provenance } = head;
  const { sectionCount, passageCount, passageWords, headingWords, sample } = head;
  return [
    formatReportId(head),
    edition,
    area,
    areaName,
    title,
    version,
    sectionCount,
    passageCount,
    passageWords,
    headingWords,
    provenance.address,
    provenance.host,
    provenance.capturedAddress,
    provenance.capturedAt,
    provenance.capturedAtSource,
    provenance.sha256,
    provenance.bytes,
    provenance.readerVersion,
    sample,
  ];
}

type ReportText = Pick<Report, 'edition' | 'area' | 'sections' | 'passages'>;

export function listSectionRows({ edition, area, sections }: ReportText): TableRow[] {
  const report = formatReportId({ edition, area });
  return sections.map(({ key, parent, depth, label, heading, printed, topics, passageCount }, i) => [
    formatAddress({ edition, area, section: key }),
    report,
    edition,
    area,
    key,
    i + 1,
    parent === null ? null : formatAddress({ edition, area, section: parent }),
    depth,
    label,
    heading,
    printed || null,
    topics.map(({ topic }) => topic),
    topics.map(({ relation }) => relation),
    passageCount,
  ]);
}

export function listPassageRows({ edition, area, passages }: ReportText): TableRow[] {
  const report = formatReportId({ edition, area });
  return passages.map(({ order, section, number, kind, label, underLabel, text, words, topics, digest }) => [
    `${report}#${section}:${number}`,
    report,
    edition,
    area,
    `${report}#${section}`,
    section,
    number,
    order,
    kind,
    label,
    underLabel,
    text,
    words,
    topics,
    digest,
  ]);
}

export function listPassageTopicRows({ edition, area, passages }: ReportText): TableRow[] {
  const report = formatReportId({ edition, area });
  return passages.flatMap(({ section, number, topics }) =>
    topics.map((topic) => [`${report}#${section}:${number}`, topic]),
  );
}

export function listFindingRows(findings: readonly (ReportId & Finding)[]): TableRow[] {
  return findings.map(({ edition, area, kind, section, detail, count }) => [
    formatReportId({ edition, area }),
    edition,
    area,
    kind,
    FINDING_KINDS[kind],
    section,
    detail,
    count,
  ]);
}

/** A heading as the store counts it, with the topics it has there. */
export interface CountedHeading {
  readonly edition: number;
  readonly heading: string;
  readonly above: string | null;
  readonly depth: number;
  readonly kind: 'section' | 'run-in';
  readonly topics: readonly { readonly topic: string; readonly relation: MappingRelation | null }[];
  readonly reports: number;
}

export function listCrosswalkRows(headings: readonly CountedHeading[]): TableRow[] {
  return headings.flatMap(({ edition, heading, above, depth, kind, topics, reports }) => {
    const found = topics.length === 0 ? [{ topic: null, relation: null }] : topics;
    return found.map(({ topic, relation }) => [
      edition,
      heading,
      above,
      depth,
      kind,
      topic,
      relation,
      reports,
    ]);
  });
}

export function listRuleRows({ crosswalk }: Catalog): TableRow[] {
  return crosswalk.rules.map(({ pattern, under, notUnder, editions, topic, relation, reason }, i) => [
    i + 1,
    pattern,
    under ?? null,
    notUnder ?? null,
    (editions ?? []).map(String),
    topic,
    relation,
    reason,
  ]);
}

export function toComparisonRow(
  left: ReportId,
  right: ReportId,
  counts: ChangeCounts,
  algorithm: number,
): TableRow {
  const both = ({ passages, words }: TextCount): number[] => [passages, words];
  return [
    left.area,
    left.edition,
    right.edition,
    formatReportId(left),
    formatReportId(right),
    ...both(counts.left),
    ...both(counts.right),
    ...both(counts.same.left),
    ...both(counts.same.right),
    ...both(counts.edited.left),
    ...both(counts.edited.right),
    ...both(counts.removed),
    ...both(counts.added),
    ...both(counts.moved),
    counts.wordsKept,
    counts.left.words === 0 ? null : counts.wordsKept / counts.left.words,
    algorithm,
  ];
}
