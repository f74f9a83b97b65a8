import type { CrosswalkAnswer } from '../domain/crosswalk.ts';
import type { PageElement, PageNode } from './page-tree.ts';
import { looksLikeTitle } from './run-in-label.ts';

/** Headings are wrapped more narrowly than the text; a shorter line was not wrapped. */
const LONG_HEADING_LINE = 54;
const LOST_CHAPTER = /^Section \d+\. \S/mu;

/** True if a whole report stands in one paragraph, its lines wrapped by hand and its headings among them. */
export function isHardWrapped(element: PageElement): boolean {
  if (element.name !== 'p') return false;
  const text = plainText(element);
  return (
    text !== null && text.length > 4000 && (text.match(/\n/g)?.length ?? 0) > 40 && LOST_CHAPTER.test(text)
  );
}

/**
 * Cuts such a paragraph into paragraphs: a line that is a heading stands alone (with its second line, if it was
 * wrapped), and a paragraph ends where a line ends a sentence well before the width to which lines were wrapped.
 */
export function splitHardWrapped(
  element: PageElement,
  ask: (heading: string) => CrosswalkAnswer,
): PageElement[] {
  const lines = (plainText(element) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const width = Math.max(...lines.map((line) => line.length));
  const isHeading = (text: string): boolean =>
    text.length < 160 &&
    looksLikeTitle(text) &&
    (LOST_CHAPTER.test(text) || /^[a-k]\. \p{Lu}/u.test(text) || ask(text).kind === 'topic');
  const paragraphs: string[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open.join(' '));
    open = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const next = lines[at + 1];
    const wrapped = next === undefined ? line : `${line} ${next}`;
    if (
      next !== undefined &&
      isHeading(wrapped) &&
      !/[.:,]$/u.test(next) &&
      line.length >= LONG_HEADING_LINE &&
      /^(?:\p{Lu}|\p{Ll}{1,4}\s)/u.test(next) &&
      next.split(' ').every((word) => word.length <= 4 || /^\p{Lu}/u.test(word))
    ) {
      close();
      paragraphs.push(wrapped);
      at += 1;
    } else if (isHeading(line) && !/[.:,]$/u.test(line)) {
      close();
      paragraphs.push(line);
    } else {
      open.push(line);
      if (next === undefined || (/[.”"]$/u.test(line) && line.length + 1 + firstWord(next).length < width))
        close();
    }
  }
  close();
  // Not as `p`: the allow-list judges whole blocks of the page, and these are parts of one.
  return paragraphs.map((text) => ({ ...element, name: 'div', children: [{ kind: 'text', text }] }));
}

function firstWord(line: string): string {
  return line.split(' ', 1)[0] ?? '';
}

function plainText(element: PageElement): string | null {
  const isText = (node: PageNode): node is PageNode & { kind: 'text' } => node.kind === 'text';
  return element.children.every(isText)
    ? element.children.map((node) => (isText(node) ? node.text : '')).join('')
    : null;
}
