/** Braces are said in words by TeX too, so that every value stays balanced whatever it holds. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
};

/** Combining marks and what TeX writes for them before the letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u ',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r ',
  '\u030b': 'H ',
  '\u030c': 'v ',
  '\u0323': 'd ',
  '\u0327': 'c ',
  '\u0328': 'k ',
};

const LETTERS: Readonly<Record<string, string>> = {
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
  đ: '{\\dj}',
  Đ: '{\\DJ}',
  '’': "'",
  '‘': '`',
  '“': '``',
  '”': "''",
  '–': '--',
  '—': '---',
  '…': '{\\ldots}',
  '\u00a0': '~',
  '§': '{\\S}',
};

/** For BibLaTeX, which Biber reads as UTF-8: what TeX would take for a command is written out, letters stay. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}#$%&_~^]/g, (found) => SPECIAL[found] ?? found);
}

/** For BibTeX, older than Unicode: letters with accents as commands, as in `C{\^o}te`. What has no command stays. */
export function escapeTexAscii(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) out += SPECIAL[character] ?? spellLetter(character);
  return out;
}

/** Addresses stand between braces as they are, but for what would end the value or begin a comment. */
export function escapeTexAddress(address: string): string {
  return address.replace(/[\\{}^~%\s]/g, (found) => (found === '%' ? '\\%' : encodeURIComponent(found)));
}

function spellLetter(character: string): string {
  if (character.charCodeAt(0) < 0x80) return character;
  const letter = LETTERS[character];
  if (letter !== undefined) return letter;
  const [base, mark, ...more] = character.normalize('NFD');
  const accent = ACCENTS[mark ?? ''];
  if (base === undefined || accent === undefined || more.length > 0 || !/[A-Za-z]/.test(base))
    return character;
  return `{\\${accent}${base}}`;
}
