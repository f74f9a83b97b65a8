import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Packet } from '../../domain/packet.ts';
import { Problem } from '../../domain/problem.ts';
import type { PacketPart } from './packed-parts.ts';
import { PageReferences, writePacketPrelude } from './packet-prelude.ts';
import { writePrelude } from './pdf-prelude.ts';
import { loadTypst } from './typst-compiler.ts';
import { listUnits, type PacketUnit, writePacketBody } from './write-packet-body.ts';
import { writePacketEnd } from './write-packet-end.ts';
import { writePacketFront } from './write-packet-front.ts';
import { scheduleFoot, writeSchedule } from './write-schedule.ts';

/**
 * An exhibit packet or country schedule, in one file or, if that were larger than asked, in several whose numbers run on.
 * @throws Problem invalid-input if not even single sections fit, tool-missing if Typst or a font is missing or fails
 */
export async function renderPacketPdf(
  packet: Packet,
  digests: readonly EditionDigest[] = [],
): Promise<readonly PacketPart[]> {
  const { request } = packet;
  if (request.form === 'uk') {
    const part = setPart(writeUk(packet, digests)).part;
    if (part.bytes.length > request.mostBytes) throw tooLarge(request.mostBytes);
    return [part];
  }
  const job = { packet, digests };
  const units = listUnits(packet);
  const whole = setPart(writePart(job, [units], 0, request.numbering.start, null)).part;
  if (whole.bytes.length <= request.mostBytes) return [whole];
  return splitPacket(job, halve([units]));
}

interface PacketJob {
  readonly packet: Packet;
  /** Of the editions its reports are of. */
  readonly digests: readonly EditionDigest[];
}

/**
 * A number is wider than the sign that stands for it while it is not known, and may make the first part a page longer,
 * which moves every number behind it: so all is set anew until no place moves.
 */
function splitPacket(job: PacketJob, first: readonly (readonly PacketUnit[])[]): readonly PacketPart[] {
  const { mostBytes } = job.packet.request;
  let split = first;
  let known: ReadonlyMap<string, number> = new Map();
  for (let settled = 0; ; ) {
    const { parts, pages } = setParts(job, split, known);
    const over = parts.flatMap(({ bytes }, i) => (bytes.length > mostBytes ? [i] : []));
    if (over.some((i) => (split[i]?.length ?? 0) < 2)) throw tooLarge(mostBytes);
    if (over.length > 0) {
      split = split.flatMap((units, i) => (over.includes(i) ? halve([units]) : [units]));
      settled = 0;
    } else if (settled === MOST_ROUNDS || [...pages].every(([id, page]) => known.get(id) === page)) {
      return parts;
    } else {
      settled += 1;
    }
    known = pages;
  }
}

/** Two rounds are usual: one without the numbers, one with them. */
const MOST_ROUNDS = 6;

function setParts(
  job: PacketJob,
  split: readonly (readonly PacketUnit[])[],
  known: ReadonlyMap<string, number>,
): { readonly parts: readonly PacketPart[]; readonly pages: ReadonlyMap<string, number> } {
  const pages = new Map<string, number>();
  const parts: PacketPart[] = [];
  let next = job.packet.request.numbering.start;
  for (const i of split.keys()) {
    const { part, places } = setPart(writePart(job, split, i, next, known));
    for (const [id, page] of places) pages.set(id, page);
    parts.push(part);
    next += part.pages;
  }
  return { parts, pages };
}

function writePart(
  { packet, digests }: PacketJob,
  split: readonly (readonly PacketUnit[])[],
  index: number,
  start: number,
  pages: ReadonlyMap<string, number> | null,
): string {
  const { request } = packet;
  const title = split.length === 1 ? request.title : `${request.title}, part ${index + 1} of ${split.length}`;
  const refs = new PageReferences(request.numbering, pages);
  let source = writePrelude({ title, paper: request.paper, foot: 'none' }) + writePacketPrelude(request);
  source += `#set page(footer:foot(none))\n#counter(page).update(${start})\n`;
  if (index === 0) source += writePacketFront(packet, refs);
  source += writePacketBody(packet, split[index] ?? []);
  if (index === split.length - 1) {
    source += `#set page(footer:foot(none))\n${writePacketEnd(packet, refs, digests)}`;
  }
  return source;
}

/** The Typst source of a packet in one file. */
export function writePacket(packet: Packet, digests: readonly EditionDigest[]): string {
  return packet.request.form === 'uk'
    ? writeUk(packet, digests)
    : writePart({ packet, digests }, [listUnits(packet)], 0, packet.request.numbering.start, null);
}

function writeUk(packet: Packet, digests: readonly EditionDigest[]): string {
  const { request } = packet;
  const foot = scheduleFoot(request.pageLimit);
  return (
    writePrelude({ title: request.title, paper: request.paper, foot: 'none' }) +
    writePacketPrelude(request) +
    `#set page(footer:${foot})\n` +
    writeSchedule(packet, digests)
  );
}

function setPart(source: string): {
  readonly part: PacketPart;
  readonly places: readonly (readonly [string, number])[];
} {
  const document = loadTypst().set(source);
  const places = document.query('mk') as [string, number][];
  const end = places.find(([id]) => id === 'schedule-end');
  return {
    part: { pages: document.pages, countedPages: end?.[1] ?? document.pages, bytes: document.toPdf() },
    places,
  };
}

function halve(split: readonly (readonly PacketUnit[])[]): (readonly PacketUnit[])[] {
  return split.flatMap((units) => {
    const middle = Math.ceil(units.length / 2);
    return middle === units.length ? [units] : [units.slice(0, middle), units.slice(middle)];
  });
}

function tooLarge(mostBytes: number): Problem {
  return new Problem(
    'invalid-input',
    `The packet cannot be split into files of at most ${mostBytes.toLocaleString('en-US')} bytes each.`,
    ['Choose fewer passages, or excerpts instead of whole sections, or allow larger files.'],
  );
}
