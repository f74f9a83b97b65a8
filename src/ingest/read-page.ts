import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Catalog } from '../domain/catalog.ts';
import { findWordDifference, joinReportText } from '../domain/conservation.ts';
import type { Finding } from '../domain/finding.ts';
import { Problem } from '../domain/problem.ts';
import type { CaptureTimeSource, Provenance } from '../domain/provenance.ts';
import type { Report } from '../domain/report.ts';
import { countWords } from '../domain/words.ts';
import { UNREAD_ELEMENTS } from './element-kinds.ts';
import { findTextFindings } from './find-text-findings.ts';
import { isHardWrapped, splitHardWrapped } from './hard-wrapped.ts';
import { resolveLink } from './link-address.ts';
import { listBlocks } from './page-blocks.ts';
import { findPageIdentity, type PageIdentity } from './page-identity.ts';
import { type PageElement, type PageNode, type PageTree, parsePageTree } from './page-tree.ts';
import { readOutline } from './read-outline.ts';
import { readPassages } from './read-passages.ts';
import { READER_VERSION } from './reader-version.ts';
import { readSourceWords } from './source-words.ts';

/** What is known of a captured page besides its bytes. */
export interface CapturedPage {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly path: string;
  /** The address that it was captured from, where a web archive or a fetch tells it; else the page’s own word is all there is. */
  readonly address: string | null;
  readonly capturedAt: string | null;
  readonly capturedAtSource: CaptureTimeSource | null;
}

/**
 * Reads a captured page as a report, and checks that every word of its body is in the report, in order, and no
 * other word is.
 * @throws Problem unreadable-page, saying what the page is or which word is lost
 */
export function readPage(page: CapturedPage, catalog: Catalog): Report {
  const html = decodePage(page.bytes);
  const tree = parsePageTree(html);
  const root = requireBody(tree, html);
  const identity = findPageIdentity(tree, catalog, page.address);
  const edition = catalog.getEdition(identity.edition);
  const askAnywhere = (heading: string) => catalog.crosswalk.ask(heading, [], edition.year);
  const wrapped = findElement(root, isHardWrapped);
  const body =
    wrapped === null ? root : replaceElement(root, wrapped, splitHardWrapped(wrapped, askAnywhere));
  const blocks = listBlocks(body, (href) => resolveLink(href, identity.address));
  const outline = readOutline(blocks, edition.year, edition.layout, catalog);
  const { sections, passages } = readPassages(outline, (heading, above) =>
    catalog.crosswalk.ask(heading, above, edition.year),
  );

  const source = readSourceWords(tree.rootSource);
  const text = joinReportText(sections, passages);
  const difference = findWordDifference(source?.text ?? '', text);
  if (difference !== null) {
    throw new Problem(
      'unreadable-page',
      'The page could not be read without losing or adding words, so it was not taken in.',
      [`First difference at word ${difference.at}; ${difference.words} words differ.`],
    );
  }
  if (passages.length === 0)
    throw new Problem('unreadable-page', 'The page has the frame of a report but no text in it.');

  const boilerplate = [...(source?.boilerplate ?? [])].map(([rule, words]) => ({ rule, words }));
  const findings: Finding[] = [
    ...identity.findings,
    ...findTextFindings(tree, blocks, sections, passages, catalog.findOutline(edition.year)),
    ...(wrapped === null
      ? []
      : [
          {
            kind: 'outline-lost' as const,
            section: null,
            detail: `${sections.length} headings recovered`,
            count: 1,
          },
        ]),
    ...boilerplate.map(({ rule, words }) => ({
      kind: 'boilerplate' as const,
      section: null,
      detail: `${rule}: ${words} words`,
      count: 1,
    })),
    ...outline.findings,
  ];
  return {
    edition: edition.year,
    area: identity.area.id,
    version: hash('sha256', text, 'hex').slice(0, 12),
    title: identity.title,
    areaName: identity.areaName,
    provenance: findProvenance(page, identity),
    sectionCount: sections.length,
    passageCount: passages.length,
    passageWords: passages.reduce((sum, { words }) => sum + words, 0),
    headingWords: sections.reduce((sum, { printed }) => sum + countWords(printed), 0),
    findingCount: findings.length,
    sample: identity.area.kind === 'sample',
    sections,
    passages,
    findings,
    boilerplate,
  };
}

/**
 * The text of a page, without a byte-order mark.
 * @throws Problem unreadable-page for what is no page, or not in UTF-8: letters must be known, not guessed
 */
export function decodePage(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Problem('unreadable-page', 'The file is empty.');
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (start.startsWith('%PDF-')) throw new Problem('unreadable-page', 'The file is a PDF, not a web page.');
  if (start.includes('\u0000')) throw new Problem('unreadable-page', 'The file is not a text file.');
  if (!isUtf8(bytes)) {
    throw new Problem(
      'unreadable-page',
      'The page is not in UTF-8, as the publisher’s pages are, so its letters cannot be told for sure; save it again as it is on the web.',
    );
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function requireBody(tree: PageTree, html: string): PageElement {
  const { root } = tree;
  if (root === null) {
    const seen = tree.mainHeadings[0] ?? tree.title;
    throw new Problem('unreadable-page', 'The page is not a report: it has no report body.', [
      seen === null || seen === undefined
        ? `It holds ${html.length} characters.`
        : `Its title is “${seen.trim().slice(0, 120)}”.`,
    ]);
  }
  if (tree.rootCount > 1) throw new Problem('unreadable-page', 'The page holds more than one report body.');
  if (!tree.rootClosed)
    throw new Problem('unreadable-page', 'The page is cut short: it ends before the report does.');
  if (UNREAD_ELEMENTS.has(root.name))
    throw new Problem('unreadable-page', 'The page’s report body is not text.');
  return root;
}

function findProvenance(page: CapturedPage, identity: PageIdentity): Provenance {
  const archivedAt = identity.archived?.capturedAt ?? null;
  const capturedAddress = findCopyAddress(page, identity) ?? identity.capturedAddress;
  return {
    address: identity.address,
    host: identity.archived === null ? new URL(capturedAddress ?? identity.address).host : 'web.archive.org',
    capturedAddress,
    capturedAt: archivedAt ?? page.capturedAt,
    capturedAtSource: archivedAt === null ? page.capturedAtSource : 'archive-address',
    sha256: page.sha256,
    bytes: page.bytes.length,
    importedFrom: page.path,
    readerVersion: READER_VERSION,
  };
}

/** Where a copy was fetched, if that is another address than the official one: a slash or http make none. */
function findCopyAddress({ address: capturedFrom }: CapturedPage, identity: PageIdentity): string | null {
  if (capturedFrom === null || identity.archived !== null) return null;
  const plain = (address: string): string => address.replace(/^http:/iu, 'https:').replace(/\/+$/u, '');
  return plain(capturedFrom) === plain(identity.address) ? null : capturedFrom;
}

function findElement(from: PageElement, wanted: (element: PageElement) => boolean): PageElement | null {
  if (wanted(from)) return from;
  for (const child of from.children) {
    const found = child.kind === 'element' ? findElement(child, wanted) : null;
    if (found !== null) return found;
  }
  return null;
}

function replaceElement(from: PageElement, old: PageElement, by: readonly PageElement[]): PageElement {
  return {
    ...from,
    children: from.children.flatMap((child): readonly PageNode[] => {
      if (child.kind === 'text') return [child];
      return child === old ? by : [replaceElement(child, old, by)];
    }),
  };
}
