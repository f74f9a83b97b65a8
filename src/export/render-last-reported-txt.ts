import { formatAddress } from '../domain/address.ts';
import {
  describeLastReported,
  describeLastReportedTitle,
  listLastReportedNotes,
} from '../domain/describe-last-reported.ts';
import { nameSection, nameTopic } from '../domain/describe-pair.ts';
import type { EndedEdition, EndedPassage, LastReported } from '../domain/passage-history.ts';
import { BUREAU, noticeFor } from '../domain/report-facts.ts';
import { countOf } from './front-matter.ts';

const RULE = '='.repeat(72);

/** Plain text: by the edition that had it last, the newest first, then by topic; each passage cited and quoted. */
export function renderLastReportedTxt(found: LastReported): string {
  const head = [describeLastReportedTitle(found), '', describeLastReported(found)];
  return `${[...head, ...listLastReportedNotes(found)].join('\n')}\n${found.editions.map(renderEdition).join('')}`;
}

function renderEdition(edition: EndedEdition): string {
  const { head, next, passages, words, topics } = edition;
  const { address, capturedAt, sha256 } = head.provenance;
  let text = `\n${RULE}\nLast reported in ${head.edition}: ${countOf(passages, 'passage')}, ${countOf(words, 'word')}, not found in ${next}\n${RULE}\n`;
  text += `${head.title}\n`;
  if (!head.sample) text += `Bureau: ${BUREAU}\n`;
  text += `Address: ${address}\nCaptured: ${capturedAt ?? 'at an unknown time'}\nSHA-256 of the captured bytes: ${sha256}\nVersion: ${head.version}\n${noticeFor(head)}\n`;
  for (const { topic, passages: ended } of topics) {
    text += `\n--- ${nameTopic({ topic })}: ${countOf(ended.length, 'passage')}\n`;
    for (const one of ended) text += renderPassage(head.edition, head.area, one);
  }
  return text;
}

function renderPassage(edition: number, area: string, { passage, section, place }: EndedPassage): string {
  const address = formatAddress({ edition, area, section: passage.section, passage: passage.number });
  const since = place.first === edition ? `only in ${edition}` : `reported since ${place.first}`;
  return `\n  ${address} (${nameSection(section)}), ${since}\n${passage.text}\n`;
}
