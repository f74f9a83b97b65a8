import type { QuotePiece } from '../domain/quote-check.ts';
import { isVerified, type PassageVerdict, type VerifiedFile } from '../domain/verified-file.ts';
import { countOf } from './front-matter.ts';

export const PASSAGE_VERDICT_WORDS: Readonly<Record<PassageVerdict, string>> = {
  stands: 'Word for word',
  differs: 'Differs',
  missing: 'Not in the file',
  unknown: 'Not in this library',
};

/** The first sentence of every answer. */
export function describeVerdict(file: VerifiedFile): string {
  const { counts, passages, sentences } = file;
  if (passages.length === 0 && sentences.length === 0) {
    return `${file.name}: nothing in it is quoted from a report, as far as can be seen.`;
  }
  if (isVerified(file)) {
    return passages.length === 0
      ? `${file.name}: ${say(sentences.length, 'stands', 'stand', 'sentence')} word for word in this library.`
      : `${file.name}: ${describeStanding(passages.length)} word for word in this library.`;
  }
  const parts = [
    counts.differs === 0 ? null : say(counts.differs, 'differs', 'differ'),
    counts.missing === 0 ? null : say(counts.missing, 'is not in the file', 'are not in the file'),
    counts.unknown === 0 ? null : say(counts.unknown, 'is not in this library', 'are not in this library'),
    describeOthers(file),
  ];
  const said = parts.filter((part) => part !== null).join('; ');
  if (passages.length > 0 && counts.stands === passages.length) {
    return `${file.name}: ${describeStanding(passages.length)} word for word in this library; besides, ${said}.`;
  }
  return `${file.name}: ${said}.`;
}

function describeStanding(passages: number): string {
  return passages === 1 ? 'its one passage stands' : `all ${countOf(passages, 'passage')} stand`;
}

function say(count: number, one: string, several: string, noun = 'passage'): string {
  return `${countOf(count, noun)} ${count === 1 ? one : several}`;
}

function describeOthers({ sentences, leftOut }: VerifiedFile): string | null {
  const near = sentences.filter(({ verdict }) => verdict === 'near').length;
  const foreign = sentences.filter(({ verdict }) => verdict === 'not-found').length;
  const parts = [
    near === 0
      ? null
      : say(near, 'stands nearly in a report', 'stand nearly in a report', 'further sentence'),
    foreign === 0 ? null : say(foreign, 'stands in none', 'stand in none', 'further sentence'),
    leftOut === 0 ? null : `${countOf(leftOut, 'character')} of other text were not looked at`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** What the file says of itself, beside this library; line by line. */
export function listClaims({ claims, library }: VerifiedFile): string[] {
  if (claims === null)
    return ['The file does not say which library it comes from; its passages were looked at all the same.'];
  const by = (held: string): number => claims.reports.filter((one) => one.held === held).length;
  return [
    claims.sameLibrary
      ? `Made from library version ${claims.library}, which is this one.`
      : `Made from library version ${claims.library}; this is ${library.version}.`,
    `Its selection: ${claims.selection}`,
    ...(by('other-capture') === 0
      ? []
      : [
          `${countOf(by('other-capture'), 'report')}: the same text here, read from another copy of the page, or the file names another hash.`,
        ]),
    ...(by('other-version') === 0
      ? []
      : [`${countOf(by('other-version'), 'report')}: this library holds another version only.`]),
    ...(by('not-held') === 0 ? [] : [`${countOf(by('not-held'), 'report')}: not held in this library.`]),
    ...(claims.complete
      ? []
      : ['It names its reports and not each passage: what it quotes cannot be told to be complete.']),
  ];
}

/** For a terminal; [-these words-] are in the file alone, {+these words+} in the library alone. */
export function renderVerifiedTxt(file: VerifiedFile): string {
  let text = `${describeVerdict(file)}\n\n`;
  for (const line of listClaims(file)) text += `${line}\n`;
  for (const { address, verdict, note, pieces } of file.passages) {
    if (verdict === 'stands') continue;
    text += `\n${address}: ${PASSAGE_VERDICT_WORDS[verdict]}.${note === null ? '' : ` ${note}`}\n`;
    if (pieces !== null) text += `   ${pieces.map(showPiece).join(' ')}\n`;
  }
  for (const { sentence, verdict, nearest } of file.sentences) {
    if (verdict === 'verbatim') continue;
    text += `\n${verdict === 'near' ? 'Nearly in a report' : 'In no report of this library'}:\n   ${nearest === null ? sentence.text.replace(/\s+/gu, ' ') : nearest.pieces.map(showPiece).join(' ')}\n`;
  }
  return text;
}

function showPiece({ kind, text }: QuotePiece): string {
  if (kind === 'same') return text;
  return kind === 'pasted' ? `[-${text}-]` : `{+${text}+}`;
}

export function renderVerifiedJson(file: VerifiedFile): string {
  const { library, sentences, ...rest } = file;
  return `${JSON.stringify(
    {
      verified: isVerified(file),
      ...rest,
      library: { version: library.version, reports: library.reports },
      sentences: sentences.map(({ sentence, verdict, places, nearest }) => ({
        text: sentence.text,
        verdict,
        places: places.map(
          ({ report, section, number }) => `${report.edition}/${report.area}#${section}:${number}`,
        ),
        nearest:
          nearest === null
            ? null
            : {
                address: `${nearest.report.edition}/${nearest.report.area}#${nearest.section}:${nearest.number}`,
                score: nearest.score,
                pieces: nearest.pieces,
              },
      })),
    },
    null,
    2,
  )}\n`;
}
