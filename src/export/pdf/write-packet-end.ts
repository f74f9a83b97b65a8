import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Packet } from '../../domain/packet.ts';
import { packetSelection, verifyPacket } from '../verify-packet.ts';
import { type PageReferences, placeOf } from './packet-prelude.ts';
import { typstCall, typstString } from './typst-text.ts';
import { HOW_TO_RECOMPUTE, writeHashTable } from './write-hashes.ts';
import { writeHeading } from './write-sections.ts';
import { attachVerification, writeEditionDigests } from './write-verification.ts';

/** The last pages: each passage with its address and digest, hashes, library, selection, and how to check them. */
export function writePacketEnd(
  packet: Packet,
  refs: PageReferences,
  digests: readonly EditionDigest[],
): string {
  const { request, issues, tabs, library } = packet;
  let source = `#pagebreak(weak:true)\n${writeHeading(1, 'How to verify this packet', '')}#mk("${placeOf.verification}")\n`;
  source += HOW_TO_RECOMPUTE.slice(0, 2)
    .map((line) => typstCall('say', typstString(line)))
    .join('');
  source += typstCall(
    'say',
    '"Digest of a passage: first 16 hexadecimal digits of the SHA-256 of its text as UTF-8, white space collapsed to single blanks. To make this packet again: write the selection below to a file and run variorum packet FILE.json --to exhibit.pdf with a library of the same version."',
  );
  source += writeHeading(2, 'Highlighted passages');
  for (const { number, address, passage, tab } of issues.flatMap(({ pins }) => pins)) {
    const page = request.form === 'us' ? refs.write(placeOf.passage(tab, passage.order)) : '""';
    source += typstCall(
      'row',
      '0',
      `text(8.5pt,${typstString(`${number}. ${address}  ${passage.digest}`)})`,
      `text(8.5pt,${page})`,
    );
  }
  source += writeHeading(2, 'Reports and their captured bytes');
  source += writeHashTable(tabs.map(({ report }) => report));
  source += typstCall(
    'small',
    typstString(`Library version: ${library.version} (${library.reports.toLocaleString('en-US')} reports)`),
    ...tabs.map(({ letter, query }) =>
      typstString(`Tab ${letter}, the whole sections as a link: /report?${query}`),
    ),
  );
  source += writeEditionDigests(digests);
  source += writeHeading(2, 'Selection as JSON');
  source += typstCall('small', typstString(packetSelection(packet)));
  return source + attachVerification(verifyPacket(packet, digests));
}
