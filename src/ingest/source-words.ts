import { Parser } from 'htmlparser2';
import { collapseSpace, countWords } from '../domain/words.ts';
import { findBoilerplate } from './boilerplate.ts';
import { BLOCK_ELEMENTS, CELL_ELEMENTS, hasClass, ROOT_CLASS, UNREAD_ELEMENTS } from './element-kinds.ts';

/** The words of a report's body as the page has them, told without any notion of outline or passage. */
export interface SourceWords {
  /** All words of the body but boilerplate, in order, one space between them. */
  readonly text: string;
  /** Words left out by the allow-list, by rule. */
  readonly boilerplate: ReadonlyMap<string, number>;
}

/**
 * Reads the words of the body straight from the markup. It shares nothing with the reader but the lists of
 * elements and the allow-list, so that one can prove the other. Null if there is no body.
 * @param html a whole page, or the markup of its body alone
 */
export function readSourceWords(html: string): SourceWords | null {
  const kept: string[] = [];
  const boilerplate = new Map<string, number>();
  /** Classes and names of the open elements, root first. */
  let names: string[] = [];
  let classes: string[] = [];
  let unread = 0;
  let buffer = '';
  let found = false;
  let done = false;

  const endBlock = (): void => {
    if (buffer === '') return;
    const text = collapseSpace(buffer);
    buffer = '';
    if (text === '') return;
    const tag = names.findLast((name) => BLOCK_ELEMENTS.has(name)) ?? '';
    const rule = findBoilerplate({ tag, classes, text });
    if (rule === null) kept.push(text);
    else boilerplate.set(rule.id, (boilerplate.get(rule.id) ?? 0) + countWords(text));
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      if (done) return;
      if (names.length === 0) {
        if (!hasClass(attributes.class, ROOT_CLASS)) return;
        found = true;
      } else if (unread > 0 || UNREAD_ELEMENTS.has(name)) {
        unread += 1;
        return;
      }
      if (BLOCK_ELEMENTS.has(name)) endBlock();
      else if (CELL_ELEMENTS.has(name)) buffer += ' ';
      names.push(name);
      classes.push(attributes.class ?? '');
    },
    ontext(text) {
      if (names.length > 0 && unread === 0 && !done) buffer += text;
    },
    onclosetag(name) {
      if (done || names.length === 0) return;
      if (unread > 0) {
        unread -= 1;
        return;
      }
      if (BLOCK_ELEMENTS.has(name)) endBlock();
      else if (CELL_ELEMENTS.has(name)) buffer += ' ';
      names.pop();
      classes.pop();
      if (names.length === 0) {
        endBlock();
        done = true;
        names = [];
        classes = [];
      }
    },
  });
  parser.write(html);
  parser.end();
  return found ? { text: kept.join(' '), boilerplate } : null;
}
