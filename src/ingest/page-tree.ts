import { Parser } from 'htmlparser2';
import { findBodyStart } from './body-start.ts';
import { hasClass, ROOT_CLASS, UNREAD_ELEMENTS } from './element-kinds.ts';

/** An element of the report's body, with what the reader needs of it and nothing more. */
export interface PageElement {
  readonly kind: 'element';
  readonly name: string;
  readonly classes: string;
  readonly href: string | null;
  readonly children: PageNode[];
}

export type PageNode = PageElement | { readonly kind: 'text'; readonly text: string };

/** A page as captured, before anything is concluded from it. */
export interface PageTree {
  /** `<title>`, white space as it stands. */
  readonly title: string | null;
  /** Addresses the page gives for itself: canonical link first, then `og:url`. */
  readonly addresses: readonly string[];
  /** Texts of the `<h1>` elements outside the report's body. */
  readonly mainHeadings: readonly string[];
  /** The report's body, or null. */
  readonly root: PageElement | null;
  /** How many elements claim to be the report's body. */
  readonly rootCount: number;
  /** The markup of the body alone, its own tags included; empty if there is none. */
  readonly rootSource: string;
  /** False if the page ends before the body does. */
  readonly rootClosed: boolean;
  /** Inline elements of the body that were never closed. */
  readonly unclosedInline: number;
  readonly images: number;
}

const MAX_DEPTH = 400;
const INLINE_TO_CLOSE = new Set(['a', 'b', 'em', 'i', 'span', 'strong', 'u']);

/** Reads a page's markup. Never throws on broken markup; what is no text is not kept. */
export function parsePageTree(html: string): PageTree {
  const addresses: string[] = [];
  const mainHeadings: string[] = [];
  let canonical: string | null = null;
  let title: string | null = null;
  let heading: string | null = null;
  let inTitle = false;
  let root: PageElement | null = null;
  let rootCount = 0;
  let rootClosed = false;
  let rootStart = 0;
  /** Characters of the page that were not given to the parser. */
  let skipped = 0;
  let rootEnd = 0;
  let unclosedInline = 0;
  let images = 0;
  /** Open elements from the root inwards. */
  let open: PageElement[] = [];
  let unread = 0;
  let tooDeep = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      const rootHere = hasClass(attributes.class, ROOT_CLASS);
      if (rootHere) rootCount += 1;
      if (open.length === 0) {
        if (rootHere && root === null) {
          root = makeElement(name, attributes);
          rootStart = parser.startIndex + skipped;
          open = [root];
        } else if (name === 'link' && attributes.rel === 'canonical') canonical ??= attributes.href ?? null;
        else if (name === 'meta' && attributes.property === 'og:url' && attributes.content) {
          addresses.push(attributes.content);
        } else if (name === 'title' && title === null) {
          inTitle = true;
          title = '';
        } else if (name === 'h1') heading = '';
        return;
      }
      if (unread > 0 || UNREAD_ELEMENTS.has(name)) {
        unread += 1;
        return;
      }
      if (name === 'img') images += 1;
      if (open.length + tooDeep >= MAX_DEPTH) {
        tooDeep += 1;
        return;
      }
      const element = makeElement(name, attributes);
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(text) {
      if (open.length > 0) {
        if (unread === 0) open.at(-1)?.children.push({ kind: 'text', text });
      } else if (inTitle) title = (title ?? '') + text;
      else if (heading !== null) heading += text;
    },
    onclosetag(name, implied) {
      if (open.length === 0) {
        if (name === 'title') inTitle = false;
        else if (name === 'h1' && heading !== null) {
          mainHeadings.push(heading);
          heading = null;
        }
        return;
      }
      if (unread > 0) {
        unread -= 1;
        return;
      }
      if (tooDeep > 0) {
        tooDeep -= 1;
        return;
      }
      if (implied && INLINE_TO_CLOSE.has(name)) unclosedInline += 1;
      open.pop();
      if (open.length > 0) return;
      rootClosed = !implied;
      rootEnd = parser.endIndex + 1 + skipped;
      // Nothing behind the body is read, unless something there claims to be a body as well.
      if (!html.includes(ROOT_CLASS, rootEnd)) parser.pause();
    },
  });
  const start = findBodyStart(html);
  if (start === null) parser.write(html);
  else {
    // What stands between the head and the body is the publisher's frame; only the page's title is read from it.
    const front = html.slice(0, start.headEnd) + html.slice(start.titleStart, start.titleEnd);
    parser.write(front);
    skipped = start.body - front.length;
    parser.write(html.slice(start.body));
  }
  if (!rootClosed || rootCount > 1) parser.end();
  return {
    title,
    addresses: canonical === null ? addresses : [canonical, ...addresses],
    mainHeadings,
    root,
    rootCount,
    rootSource: rootClosed ? html.slice(rootStart, rootEnd) : '',
    rootClosed,
    unclosedInline,
    images,
  };
}

function makeElement(name: string, attributes: Record<string, string>): PageElement {
  return {
    kind: 'element',
    name,
    classes: attributes.class ?? '',
    href: name === 'a' ? (attributes.href ?? null) : null,
    children: [],
  };
}
