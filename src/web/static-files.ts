import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type RenderedPage, renderPage } from './rendered-page.ts';

/** Styles, scripts, fonts and the icon: a fixed list, read once; nothing else of the disk can be asked for. */
export interface StaticFiles {
  /** First 12 hexadecimal digits of the SHA-256 over all files; stands in their addresses. */
  readonly hash: string;
  /** The address of a file, or null if there is no such file (scripts, before they are built). */
  addressOf(name: string): string | null;
  /** @param hash as asked for; a file of another build is given too, but not for ever */
  find(hash: string, name: string): RenderedPage | null;
}

const STYLES = [
  'base.css',
  'frame.css',
  'builder.css',
  'reading.css',
  'tables.css',
  'marks.css',
  'search.css',
  'search-results.css',
  'search-views.css',
  'redline.css',
  'corrections.css',
  'wide.css',
  'history.css',
  'citing.css',
  'several-areas.css',
  'packet.css',
  'print.css',
];
const SCRIPTS = [
  'reader.js',
  'focus-search.js',
  'citation-html.js',
  'is-typing.js',
  'builder.js',
  'chosen-list.js',
  'live-count.js',
  'narrow-lists.js',
  'outline-switch.js',
  'narrow-facets.js',
  'redline.js',
  'fold-text.js',
  'say.js',
  'pin-address.js',
  'pin-state.js',
  'pin-store.js',
  'pin-list.js',
  'pin-file.js',
  'pins.js',
  'packet-page.js',
  'packet-board.js',
  'packet-preview.js',
  'pin-moves.js',
  'drag-pins.js',
];
const FONTS = [
  'latin-wght-normal',
  'latin-wght-italic',
  'latin-ext-wght-normal',
  'latin-ext-wght-italic',
].map((cut) => `source-serif-4-${cut}.woff2`);
const FOR_EVER = 'public, max-age=31536000, immutable';

/** @param scripts the folder of the built browser modules; where it lacks them pages do without */
export function loadStaticFiles(scripts: URL = new URL('./client/', import.meta.url)): StaticFiles {
  const contents = new Map<string, { bytes: Uint8Array; type: string }>();
  contents.set('variorum.css', {
    bytes: Buffer.concat(STYLES.map((name) => readFileSync(new URL(`./assets/${name}`, import.meta.url)))),
    type: 'text/css; charset=utf-8',
  });
  contents.set('icon.svg', {
    bytes: readFileSync(new URL('./assets/icon.svg', import.meta.url)),
    type: 'image/svg+xml',
  });
  for (const name of SCRIPTS) {
    const file = fileURLToPath(new URL(name, scripts));
    if (existsSync(file)) {
      contents.set(name, { bytes: readFileSync(file), type: 'text/javascript; charset=utf-8' });
    }
  }
  const require = createRequire(import.meta.url);
  for (const name of FONTS) {
    const file = require.resolve(`@fontsource-variable/source-serif-4/files/${name}`);
    contents.set(name, { bytes: readFileSync(file), type: 'font/woff2' });
  }
  const hash = hashAll(contents);
  const lasting = new Map<string, RenderedPage>();
  const passing = new Map<string, RenderedPage>();
  for (const [name, { bytes, type }] of contents) {
    lasting.set(name, renderPage(bytes, type, { caching: FOR_EVER }));
    passing.set(name, renderPage(bytes, type));
  }
  return {
    hash,
    addressOf: (name) => (contents.has(name) ? `/assets/${hash}/${name}` : null),
    find: (asked, name) => (asked === hash ? lasting : passing).get(name) ?? null,
  };
}

function hashAll(contents: ReadonlyMap<string, { readonly bytes: Uint8Array }>): string {
  const sum = createHash('sha256');
  for (const [name, { bytes }] of contents) sum.update(`${name}\n${bytes.byteLength}\n`).update(bytes);
  return sum.digest('hex').slice(0, 12);
}
