import type { AreaId } from './area.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passage.ts';
import type { Provenance } from './provenance.ts';
import type { Section } from './section.ts';

/** One area in one edition, as published: `2021/mli`. */
export interface ReportId {
  readonly edition: number;
  readonly area: AreaId;
}

/** First 12 hexadecimal digits of the SHA-256 of the report's words; the same text has the same version anywhere. */
export type VersionId = string;

/** What is known of a report without its text. */
export interface ReportHead extends ReportId {
  readonly version: VersionId;
  /** The title printed on the page. */
  readonly title: string;
  /** The area's name as this report prints it. */
  readonly areaName: string;
  readonly provenance: Provenance;
  readonly sectionCount: number;
  readonly passageCount: number;
  /** Words in passages. */
  readonly passageWords: number;
  /** Words in printed headings. */
  readonly headingWords: number;
  readonly findingCount: number;
  /** Written for trying the software, about an invented area. */
  readonly sample: boolean;
}

/** A whole report, one version of it. */
export interface Report extends ReportHead {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly findings: readonly Finding[];
  readonly boilerplate: readonly BoilerplateCount[];
}

/** Words of the page that are no part of the report, counted under the rule that allows leaving them out. */
export interface BoilerplateCount {
  readonly rule: string;
  readonly words: number;
}
