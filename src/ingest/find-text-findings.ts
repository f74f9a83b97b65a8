import type { Finding, FindingKind } from '../domain/finding.ts';
import type { StandardOutline } from '../domain/outline.ts';
import type { Passage } from '../domain/passage.ts';
import type { Section } from '../domain/section.ts';
import { isSummaryHeading } from './heading-kind.ts';
import type { Block } from './page-blocks.ts';
import type { PageTree } from './page-tree.ts';

const INVISIBLE = /[\u200B-\u200F\u00AD\u2060\uFEFF]/gu;
const CYRILLIC = /[\u0400-\u04FF]/u;
const CYRILLIC_IN_LATIN =
  /(?<=\p{Script=Latin})\p{Script=Cyrillic}|\p{Script=Cyrillic}(?=\p{Script=Latin})/gu;
/** A passage this long does not stand twice by chance. */
const LONG_PASSAGE = 25;

/** What is odd about a page's text as a whole, once its outline is known. */
export function findTextFindings(
  page: PageTree,
  blocks: readonly Block[],
  sections: readonly Section[],
  passages: readonly Passage[],
  standard: StandardOutline | null,
): Finding[] {
  const findings: Finding[] = [];
  const note = (kind: FindingKind, section: string | null, detail: string, count = 1): void => {
    findings.push({ kind, section, detail, count });
  };
  if (page.unclosedInline > 0) note('unclosed-markup', null, 'elements never closed', page.unclosedInline);
  if (page.images > 0) note('dead-image', null, 'images without text', page.images);
  const items = blocks.filter(({ tag }) => tag === 'li' || tag === 'tr').length;
  if (items > 0) note('list-or-table', null, 'items and rows', items);

  const container = blocks.find(({ line }) => isSummaryHeading(line.text))?.container ?? 1;
  if (container > 1) note('summary-moved', 'executive-summary', `container ${container}`);
  const keys = new Set(sections.map(({ key }) => key));
  for (const { key, label, heading } of standard?.entries ?? []) {
    if (/^\d+$/u.test(key) && !keys.has(key)) note('missing-section', null, `${label ?? key} ${heading}`);
  }
  if (!keys.has('executive-summary')) note('missing-section', null, 'Executive Summary');
  sections.forEach(({ key, firstPassage, endPassage, heading }) => {
    if (endPassage === firstPassage) note('empty-section', key, heading.slice(0, 120));
  });

  const seen = new Map<string, Passage>();
  for (const passage of passages) {
    if (passage.words < LONG_PASSAGE) continue;
    const first = seen.get(passage.digest);
    if (first === undefined) seen.set(passage.digest, passage);
    else note('repeated-text', passage.section, `as in ${first.section}:${first.number}`);
  }
  let invisible = 0;
  let lookAlike = 0;
  for (const { text } of passages) {
    invisible += text.match(INVISIBLE)?.length ?? 0;
    if (CYRILLIC.test(text)) lookAlike += text.match(CYRILLIC_IN_LATIN)?.length ?? 0;
  }
  if (invisible > 0) note('odd-character', null, 'characters that cannot be seen', invisible);
  if (lookAlike > 0) note('odd-character', null, 'letters that look like others', lookAlike);
  return findings;
}
