import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Catalog } from '../domain/catalog.ts';
import type { Citation } from '../domain/citation.ts';
import type { LibraryStamp } from '../domain/library-stamp.ts';
import { renderCitationHead } from './citation-head.ts';
import { PageFrame } from './components/page-frame.tsx';
import { escapeHtml } from './escape-html.ts';
import type { StaticFiles } from './static-files.ts';

/** What every page needs to know besides its own matter. */
export interface Site {
  readonly catalog: Catalog;
  readonly files: StaticFiles;
  readonly stamp: LibraryStamp;
  /** `https://example.org`, without a slash at its end: what an address to copy begins with. */
  readonly origin: string;
}

/** What a page says of itself in its head. */
export interface DocumentHead {
  readonly title: string;
  readonly description?: string;
  /** The address of the part of the site it belongs to: `/areas`. */
  readonly part: string | null;
  /** The lasting address of what it shows, where it may be reached by others too. */
  readonly canonical?: string;
  /** Addresses of the same as data, by media type. */
  readonly alternates?: readonly { readonly type: string; readonly address: string }[];
  /** What the page holds, for programs that collect references. */
  readonly citation?: Citation;
  /** Further browser modules, besides those that come with every page. */
  readonly scripts?: readonly string[];
}

/** Browser modules that come with every page. */
const EVERYWHERE = ['reader.js', 'focus-search.js', 'pins.js'];

/** A whole page. */
export function renderDocument(site: Site, head: DocumentHead, body: Child): string {
  return `${renderHead(site, head)}${toText(
    <PageFrame site={site} part={head.part}>
      {body}
    </PageFrame>,
  )}</html>\n`;
}

const PLACE = '<template data-place="stream"></template>';

/** A page in two halves; what stands between them comes later, in pieces. */
export function renderDocumentHalves(
  site: Site,
  head: DocumentHead,
  body: (place: Child) => Child,
): { readonly before: string; readonly after: string } {
  const page = renderDocument(site, head, body(raw(PLACE)));
  const at = page.indexOf(PLACE);
  return { before: page.slice(0, at), after: page.slice(at + PLACE.length) };
}

/** JSX without asynchronous parts to text. */
export function toText(child: Child): string {
  return String(child);
}

function renderHead(site: Site, head: DocumentHead): string {
  const scripts = [...EVERYWHERE, ...(head.scripts ?? [])].flatMap(
    (name) => site.files.addressOf(name) ?? [],
  );
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<title>${escapeHtml(head.title)} – Variorum</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ...(head.description === undefined
      ? []
      : [`<meta name="description" content="${escapeHtml(head.description)}">`]),
    `<link rel="stylesheet" href="${site.files.addressOf('variorum.css')}">`,
    `<link rel="icon" type="image/svg+xml" href="${site.files.addressOf('icon.svg')}">`,
    ...(head.canonical === undefined
      ? []
      : [`<link rel="canonical" href="${escapeHtml(site.origin + head.canonical)}">`]),
    ...(head.alternates ?? []).map(
      ({ type, address }) => `<link rel="alternate" type="${type}" href="${escapeHtml(address)}">`,
    ),
    ...(head.citation === undefined ? [] : renderCitationHead(head.citation, site.origin)),
    ...scripts.map((address) => `<script type="module" src="${address}"></script>`),
    '</head>\n',
  ].join('\n');
}
