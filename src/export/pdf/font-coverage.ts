/**
 * The characters a font has glyphs for, read from its `cmap` table (OpenType, formats 4 and 12).
 * @throws Error if the file is no font
 */
export function readFontCoverage(font: Buffer): ReadonlySet<number> {
  const cmap = findTable(font, 'cmap');
  const characters = new Set<number>();
  const tables = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < tables; i += 1) {
    const start = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(start);
    if (format === 4) readSegments(font, start, characters);
    else if (format === 12) readGroups(font, start, characters);
  }
  return characters;
}

function findTable(font: Buffer, name: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`A font has no table ${name}.`);
}

function readSegments(font: Buffer, start: number, characters: Set<number>): void {
  const segments = font.readUInt16BE(start + 6) / 2;
  for (let i = 0; i < segments; i += 1) {
    const last = font.readUInt16BE(start + 14 + 2 * i);
    const first = font.readUInt16BE(start + 16 + 2 * segments + 2 * i);
    // The last segment is U+FFFF alone and stands for no character.
    for (let code = first; code <= last && code < 0xffff; code += 1) characters.add(code);
  }
}

function readGroups(font: Buffer, start: number, characters: Set<number>): void {
  const groups = font.readUInt32BE(start + 12);
  for (let i = 0; i < groups; i += 1) {
    const group = start + 16 + 12 * i;
    const last = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= last; code += 1) characters.add(code);
  }
}
