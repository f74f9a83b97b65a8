/** The outlines' four layouts; CORPUS: which heading level stands for what changed between them. */
export type EditionLayout = '2016-2018' | '2019-2020' | '2021-2023' | '2024';

/** One year's set of reports. */
export interface Edition {
  /** The year whose events it covers; also its id. */
  readonly year: number;
  readonly title: string;
  /** Public release, `YYYY-MM-DD`. The pages' own metadata is no evidence of it. */
  readonly releaseDate: string | null;
  readonly releaseDateNote: string | null;
  readonly notes: readonly string[];
  readonly layout: EditionLayout;
  readonly coversEventsOf: number;
  /** The publisher's index page of the edition. */
  readonly indexAddress: string | null;
}
