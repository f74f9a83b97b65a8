import type { EditionDigest } from '../domain/edition-digest.ts';
import type { Packet } from '../domain/packet.ts';
import { formatPacketFile } from '../domain/packet-file.ts';
import { type QuotedPassages, type Verification, verifyQuoted } from '../domain/verification.ts';

/** What was asked for, as JSON on one line. */
export function packetSelection({ request }: Packet): string {
  return JSON.stringify(JSON.parse(formatPacketFile(request)));
}

/** What verifies a packet: every passage it prints. */
export function verifyPacket(packet: Packet, digests: readonly EditionDigest[]): Verification {
  const about = { library: packet.library, selection: packetSelection(packet), link: '' };
  return verifyQuoted(about, quotePacket(packet), digests);
}

/** An exhibit prints its tabs whole, a schedule the extracts alone. */
function quotePacket({ request, tabs, issues }: Packet): QuotedPassages[] {
  if (request.form === 'us') {
    return tabs.map(({ report, sections }) => ({
      report,
      passages: sections.flatMap(({ passages }) => passages),
    }));
  }
  const pins = issues.flatMap((issue) => issue.pins);
  return tabs.map(({ report }, tab) => ({
    report,
    passages: pins.filter((pin) => pin.tab === tab).map(({ passage }) => passage),
  }));
}
