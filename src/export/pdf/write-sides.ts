import type { ComparisonView } from '../../domain/comparison-view.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { LibraryStamp } from '../../domain/library-stamp.ts';
import { listReportFacts, noticeFor } from '../../domain/report-facts.ts';
import { citedSide, listSides } from '../comparison-front-matter.ts';
import { typstAddress, typstCall, typstJoin, typstString } from './typst-text.ts';
import { writeCitation } from './write-citation.ts';
import { HOW_TO_RECOMPUTE, writeHashTable } from './write-hashes.ts';
import { writeHeading } from './write-sections.ts';
import { writeEditionDigests } from './write-verification.ts';

/** What is known of both reports, each with a citation; headings of level 1. */
export function writeSides(view: ComparisonView, level = 1): string {
  return listSides(view)
    .map(({ side, heading, title }) => {
      const { head, edition } = view[side];
      const lines = listReportFacts(head, edition).map(({ label, value, href }) =>
        typstJoin([typstString(`${label}: `), href === null ? typstString(value) : typstAddress(value)]),
      );
      return [
        writeHeading(level, heading),
        typstCall('say', typstString(title)),
        typstCall('small', ...lines, `strong(${typstString(noticeFor(head))})`),
        typstCall('say', typstJoin(['"Cite as: "', writeCitation(citedSide(view, side))])),
      ].join('');
    })
    .join('');
}

/** The last page of what compares reports. */
export function writeComparisonHashes(
  views: readonly ComparisonView[],
  about: {
    readonly library: LibraryStamp;
    readonly address: string;
    readonly digests: readonly EditionDigest[];
  },
): string {
  const { library, address, digests } = about;
  let source = '#pagebreak(weak:true)\n';
  source += writeHeading(1, 'How to verify this document', '');
  source += HOW_TO_RECOMPUTE.map((line) => typstCall('say', typstString(line))).join('');
  const ways = [...new Set(views.map(({ comparison }) => comparison.algorithm))].join(', ');
  source += typstCall(
    'small',
    typstString(`Library version: ${library.version}`),
    typstString(`Way of comparing: ${ways === '' ? 'nothing was compared' : ways}`),
    typstString(`Selection as a link: ${address}`),
  );
  source += writeEditionDigests(digests);
  return source + writeHashTable(views.flatMap(({ left, right }) => [left.head, right.head]));
}
