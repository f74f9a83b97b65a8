import { Parser } from 'htmlparser2';
import { type CitedText, MOST_TEXT, type QuotedFile } from './quoted-file.ts';

/** Their words are those of their neighbours; everything else begins a new paragraph. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var w:r w:t'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** `2021-mli-1.c:4`, behind a choice where a report is arranged by sections. */
const PASSAGE_ID = /(?:^|-)(\d{4})-([a-z]{3})-([a-z0-9./~-]+:\d+)$/;

/** A page of ours, saved or exported, or anybody's; of EPUB each document. */
export function readQuotedHtml(html: string, xmlMode = false): Omit<QuotedFile, 'format'> {
  const blocks: string[] = [];
  const cited: CitedText[] = [];
  let claims = '';
  let block = '';
  let length = 0;
  let depth = 0;
  let unseen: { readonly depth: number; readonly isClaims: boolean } | null = null;
  let passage: { readonly address: string; readonly depth: number; text: string } | null = null;
  // The number that stands before a passage, and the sign behind it, are ours and no part of it.
  let beside: number | null = null;
  const endBlock = (): void => {
    const text = block.replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push(text);
    block = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!INLINE.has(name)) endBlock();
        if (VOID.has(name) && !xmlMode) return;
        depth += 1;
        if (unseen === null && UNSEEN.has(name)) {
          unseen = { depth, isClaims: attributes.id === 'variorum-verification' };
        }
        const [, edition, area, fragment] = PASSAGE_ID.exec(attributes.id ?? '') ?? [];
        if (passage === null && fragment !== undefined && /\bpassage\b/.test(attributes.class ?? '')) {
          passage = { address: `${edition}/${area}#${fragment}`, depth, text: '' };
        }
        if (passage !== null && beside === null && /^(number|age)$/.test(attributes.class ?? ''))
          beside = depth;
      },
      ontext(text) {
        length += text.length;
        if (length > MOST_TEXT) return;
        if (unseen !== null) {
          if (unseen.isClaims) claims += text;
          return;
        }
        if (beside !== null) return;
        block += text;
        if (passage !== null) passage.text += text;
      },
      onclosetag(name) {
        if (!INLINE.has(name)) endBlock();
        if (VOID.has(name) && !xmlMode) return;
        if (unseen?.depth === depth) unseen = null;
        if (beside === depth) beside = null;
        if (passage?.depth === depth) {
          cited.push({ address: passage.address, version: null, text: passage.text });
          passage = null;
        }
        depth -= 1;
      },
    },
    { decodeEntities: true, xmlMode },
  );
  parser.write(html);
  parser.end();
  endBlock();
  return { blocks, cited, claims: parseClaims(claims) };
}

/** The data, or null if it is no JSON. */
export function parseClaims(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
