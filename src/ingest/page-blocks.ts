import { type BoilerplateRule, findBoilerplate } from './boilerplate.ts';
import { BLOCK_ELEMENTS, hasClass } from './element-kinds.ts';
import { type InlineText, InlineTextBuilder } from './inline-text.ts';
import type { PageElement } from './page-tree.ts';

/** A block of the report's body: a heading, a paragraph, an item, in the order of the page. */
export interface Block {
  /** The innermost block element around it: `h3`, `p`, `li`, `div` … */
  readonly tag: string;
  readonly classes: string;
  readonly line: InlineText;
  /** Which top-level container of the body it stands in, from 0. */
  readonly container: number;
  /** Which `section.entry-content` it stands in, from 0; blocks outside any have -1. */
  readonly entry: number;
  /** The rule by which it is no text of the report, or null. */
  readonly boilerplate: BoilerplateRule | null;
}

/** The blocks of a report's body. Each word of the body is in exactly one of them, in order. */
export function listBlocks(root: PageElement, resolveLink: (href: string) => string | null): Block[] {
  const blocks: Block[] = [];
  const builder = new InlineTextBuilder(resolveLink);
  const path: PageElement[] = [];
  let container = 0;
  let entry = -1;
  let entries = 0;

  const flush = (element: PageElement): void => {
    if (builder.isEmpty) return;
    const line = builder.take();
    if (line.text === '') return;
    const { name: tag, classes } = element;
    const boilerplate = findBoilerplate({ tag, classes: path.map((one) => one.classes), text: line.text });
    blocks.push({ tag: blockTag(element, path), classes, line, container, entry, boilerplate });
  };

  /** Walks an element; inline elements that hold blocks are walked through, their marks cut at the blocks. */
  const walk = (element: PageElement, block: PageElement): void => {
    const before = entry;
    if (element.name === 'section' && hasClass(element.classes, 'report__content__inner')) {
      container += 1;
      entry = -1;
    } else if (element.name === 'section' && hasClass(element.classes, 'entry-content')) {
      entry = entries;
      entries += 1;
    }
    path.push(element);
    for (const child of element.children) {
      if (child.kind === 'element' && BLOCK_ELEMENTS.has(child.name)) {
        flush(block);
        walk(child, child);
        flush(child);
      } else if (child.kind === 'element' && holdsBlock(child)) walk(child, block);
      else builder.add(child);
    }
    if (element === block) flush(block);
    path.pop();
    if (element.name === 'section' && hasClass(element.classes, 'entry-content')) entry = before;
  };
  walk(root, root);
  return blocks;
}

function holdsBlock(element: PageElement): boolean {
  return element.children.some(
    (child) => child.kind === 'element' && (BLOCK_ELEMENTS.has(child.name) || holdsBlock(child)),
  );
}

/** A paragraph inside a list item or a table cell is the item's or the row's. */
function blockTag(element: PageElement, path: readonly PageElement[]): string {
  if (element.name !== 'p' && element.name !== 'div') return element.name;
  const around = path.findLast(({ name }) => name === 'li' || name === 'tr');
  return around?.name ?? element.name;
}
