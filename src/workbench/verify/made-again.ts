import { parseAddress } from '../../domain/address.ts';
import type { ComparisonView } from '../../domain/comparison-view.ts';
import { nameTopic } from '../../domain/describe-pair.ts';
import type { EditionDigest } from '../../domain/edition-digest.ts';
import type { Packet, PacketRequest } from '../../domain/packet.ts';
import { parsePacketFile } from '../../domain/packet-file.ts';
import type { Passage } from '../../domain/passage.ts';
import { Problem } from '../../domain/problem.ts';
import { gatherPublication, type Publication } from '../../domain/publication.ts';
import type { Verification } from '../../domain/verification.ts';
import { writeComparison } from '../../export/pdf/render-comparison-pdf.ts';
import { writePacket } from '../../export/pdf/render-packet-pdf.ts';
import { writePublication } from '../../export/pdf/render-pdf.ts';
import { writeRemovals } from '../../export/pdf/render-removals-pdf.ts';
import { chartRemovals } from '../../export/removals-chart.ts';
import type { CompareRequest } from '../compare/compare-reports.ts';
import { dropSpace, PlainText } from './find-in-text.ts';

/** Longer ones are not made again. */
const MOST_WORDS = 600_000;

/** Comparisons that are made again for one file. */
const MOST_COMPARED = 12;

/** By what an export is made again. */
export interface Makers {
  compare(request: CompareRequest): Promise<ComparisonView>;
  buildPacket(request: PacketRequest): Promise<Packet>;
  findDigest(year: number): Promise<EditionDigest | null>;
}

/**
 * What stands around the passages in the export that a file says it is, made again from this library. Pieces of passages
 * are left out, or they could be put together to what no report says; so are notes of a packet, for whoever changes one
 * could call anything a note.
 */
export async function listTextsMadeAgain(
  claims: Verification,
  publication: Publication | null,
  makers: Makers,
): Promise<readonly string[]> {
  const digests: EditionDigest[] = [];
  for (const { year } of (claims.editions ?? []).slice(0, 100)) {
    const digest = await makers.findDigest(year);
    if (digest !== null) digests.push(digest);
  }
  if (publication !== null) {
    if (publication.words > MOST_WORDS) return [];
    const gathered = await gatherPublication(publication);
    const passages = gathered.excerpts.flatMap(({ sections }) => sections.flatMap((one) => one.passages));
    return dropPassages(listStrings(writePublication(gathered, { paper: 'letter', digests })), passages);
  }
  try {
    if (claims.selection.startsWith('{')) {
      const request = parsePacketFile(claims.selection);
      const issues = request.issues.map((issue) => ({
        ...issue,
        pins: issue.pins.map((pin) => ({ ...pin, note: null })),
      }));
      const packet = await makers.buildPacket({ ...request, issues });
      const passages = packet.tabs.flatMap(({ sections, unchosen }) =>
        [...sections, ...unchosen].flatMap((one) => one.passages),
      );
      return dropPassages(listStrings(writePacket(packet, digests)), passages);
    }
    const texts: string[] = [];
    if (/^variorum removed --from \d{4} --to \d{4}$/.test(claims.selection)) texts.push(claims.selection);
    for (const request of listCompared(claims)) {
      const view = await makers.compare(request);
      const filter = { only: null, all: false };
      const all = listStrings(writeComparison(view, { filter, paper: 'letter', digests }));
      const [from, to] = [view.left.edition.year, view.right.edition.year];
      const charted = { only: ['removed', 'edited'], all: false } as const;
      collectStrings(chartRemovals(view, charted), all);
      all.push(
        ...listStrings(
          writeRemovals(
            {
              from,
              to,
              library: view.library,
              topics: null,
              filter: charted,
              areas: [view.area],
              gaps: [],
              words: 0,
              items: [{ kind: 'compared', view }],
            },
            { paper: 'letter', digests },
          ),
        ),
      );
      texts.push(...dropPassages(all, [...view.left.passages, ...view.right.passages]));
      // A topic may be called what a passage says, too.
      texts.push(...view.topics.map(nameTopic));
    }
    return texts;
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Reports of one area that stand one behind the other, as comparisons name them. */
function listCompared({ selection, reports }: Verification): CompareRequest[] {
  if (!/^(?:\/compare\/|\/removed\/|variorum removed )/.test(selection)) return [];
  const requests: CompareRequest[] = [];
  for (let i = 0; i + 1 < reports.length && requests.length < MOST_COMPARED; i += 2) {
    const [left, right] = [reports[i], reports[i + 1]].map((one) => parseAddress(one?.address ?? ''));
    if (left === undefined || right === undefined || left.area !== right.area) break;
    requests.push({
      area: left.area,
      from: left.edition,
      fromVersion: left.version,
      to: right.edition,
      toVersion: right.version,
    });
  }
  return requests;
}

/** The texts in a Typst source, which has every text as a string. */
function listStrings(source: string): string[] {
  return [...source.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(["\\])/g, '$1').replaceAll('\\n', '\n'),
  );
}

function dropPassages(texts: readonly string[], passages: readonly Pick<Passage, 'text'>[]): string[] {
  const all = new PlainText(passages.map(({ text }) => dropSpace(text)).join('\n'));
  return texts.filter((text) => !all.has(dropSpace(text)));
}

function collectStrings(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) collectStrings(one, texts);
}
