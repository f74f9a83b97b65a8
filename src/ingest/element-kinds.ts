/** Elements that begin and end a block of text; any other element stands within a line. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'summary',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
]);

/** Elements that part words without ending the block: a row's cells belong to one row. */
export const CELL_ELEMENTS: ReadonlySet<string> = new Set(['br', 'td', 'th']);

/** Elements whose content is no text of the page. */
export const UNREAD_ELEMENTS: ReadonlySet<string> = new Set([
  'audio',
  'canvas',
  'embed',
  'head',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'option',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
  'video',
]);

/** The class of the one element that holds the report. */
export const ROOT_CLASS = 'report__main';

/** True if a class attribute holds the class. */
export function hasClass(classes: string | undefined, wanted: string): boolean {
  if (classes === undefined || !classes.includes(wanted)) return false;
  return classes.split(/\s+/).includes(wanted);
}
