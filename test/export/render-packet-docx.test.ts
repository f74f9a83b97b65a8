import { describe, expect, it } from 'vitest';
import { formatPacketFile, parsePacketFile } from '../../src/domain/packet-file.ts';
import { renderPacketDocx } from '../../src/export/render-packet-docx.ts';
import { buildSmall, CHOSEN, makeRequest, OTHER } from '../workbench/packet/small-packet.ts';
import { readParagraphs } from './docx-text.ts';
import { readEntry } from './read-zip.ts';

const PINS = [{ address: '2021/vel#1.c:1', note: 'הערה' }, '2024/vel#6/women:1'];

async function render(...asked: Parameters<typeof buildSmall>) {
  const packet = await buildSmall(...asked);
  const bytes = await renderPacketDocx(packet);
  const paragraphs = await readParagraphs(bytes);
  return { packet, bytes, paragraphs, texts: paragraphs.map(({ text }) => text) };
}

describe('a packet as a Word document', () => {
  it('has a cover with blanks, contents, index by issue, what was not chosen, tabs and verification, in this order', async () => {
    const { paragraphs, texts } = await render(PINS);
    expect(texts.slice(0, 9)).toEqual([
      'Velmora: conditions',
      ...['In the matter of', '', 'File number', '', 'Submitted by', '', 'Exhibit', ''],
    ]);
    expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual([
      'Index of highlighted passages',
      'Passages not chosen',
      'Tab A: Velmora, 2021',
      'Tab B: Velmora, 2024',
      'How to verify this packet',
    ]);
    expect(texts).toContain('Issue 1: Torture in custody');
    expect(texts).toContain(`2021/vel#1.c:2: “${OTHER}”`);
  });

  it('marks what was chosen by shade, bar and words, with its address and digest in a note', async () => {
    const { packet, bytes, paragraphs } = await render(PINS);
    const digest = packet.issues[0]?.pins[0]?.passage.digest;
    const chosen = paragraphs.filter(({ style, text }) => style === 'Passage' && text.includes(CHOSEN));
    expect(chosen).toHaveLength(1);
    expect(chosen[0]?.text).toBe(`1\t${CHOSEN}\u00a0◀\u00a0Issue 1`);
    expect(chosen[0]?.xml).toContain('w:fill="FFF2A8"');
    expect(chosen[0]?.xml).toMatch(/<w:pBdr><w:left /);
    expect(await readEntry(bytes, 'word/footnotes.xml')).toContain(`2021/vel#1.c:1, digest ${digest}.`);
    const beside = paragraphs.find(({ style, text }) => style === 'Passage' && text.includes(OTHER));
    expect(beside?.xml).not.toContain('FFF2A8');
  });

  it('sets a note from right to left in that direction', async () => {
    const { paragraphs } = await render(PINS);
    expect(paragraphs.find(({ text }) => text === 'הערה')?.xml).toContain('<w:bidi/>');
  });

  it('ends with the packet file, from which it is made again byte for byte', async () => {
    const { packet, bytes, texts } = await render(PINS);
    expect(parsePacketFile(texts.at(-1) ?? '')).toEqual(packet.request);
    expect(formatPacketFile(parsePacketFile(texts.at(-1) ?? ''))).toBe(formatPacketFile(packet.request));
    expect(Buffer.compare(Buffer.from(await renderPacketDocx(packet)), Buffer.from(bytes))).toBe(0);
  });

  it('as a schedule has extracts alone under their issue, counted against twelve pages', async () => {
    const { bytes, texts } = await render(PINS, { form: 'uk' });
    expect(texts.slice(0, 5)).toEqual(['Velmora: conditions', 'Appellant', '', 'Appeal number', '']);
    expect(texts.some((text) => text.includes(CHOSEN))).toBe(true);
    expect(texts.some((text) => text.includes(OTHER))).toBe(false);
    expect(await readEntry(bytes, 'word/footer1.xml')).toContain('(at most 12)');
  });

  it('has the number of its first page, and the prefix of all', async () => {
    const { bytes } = await render(PINS, { numbering: { prefix: 'DOE', start: 7 } });
    expect(await readEntry(bytes, 'word/document.xml')).toContain('<w:pgNumType w:start="7"/>');
    expect(await readEntry(bytes, 'word/footer1.xml')).toContain('DOE-');
  });

  it('is refused where it is larger than asked', async () => {
    const packet = await buildSmall(PINS, { mostBytes: 1000 });
    await expect(renderPacketDocx(packet)).rejects.toThrow('1,000 at most were asked for');
    expect(makeRequest(PINS).mostBytes).toBe(25_000_000);
  });
});
