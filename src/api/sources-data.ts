import type { LibraryStamp } from '../domain/library-stamp.ts';
import type { OmissionRule } from '../workbench/list-omission-rules.ts';
import type { DataDocument } from './data-document.ts';

/** What the library holds, and by which rules words of a page may be left out. */
export function describeSources(stamp: LibraryStamp, rules: readonly OmissionRule[]): DataDocument {
  const { version, reports, passages, words, sampleOnly } = stamp;
  return {
    title: 'About the sources',
    notes: [
      'Unofficial copies of reports published by the U.S. Department of State.',
      `${reports} reports, ${passages} passages, ${words} words. Library version ${version}.`,
      'Words of a page are left out only under these rules:',
    ],
    json: { library: { version, reports, passages, words, sampleOnly }, leftOut: rules },
    columns: ['rule', 'reason'],
    rows: rules.map(({ id, reason }) => [id, reason]),
  };
}
