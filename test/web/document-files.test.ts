import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readZip } from '../export/read-zip.ts';
import { openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EPUB = 'application/epub+zip';

describe('a document', () => {
  test.each([
    ['/2023/zza.docx', WORD, 'variorum-2023-zza.docx', 'word/document.xml'],
    ['/2023/zza.epub', EPUB, 'variorum-2023-zza.epub', 'EPUB/package.opf'],
    ['/report.docx?years=2023&sections=executive-summary&areas=zza', WORD, '.docx', 'word/document.xml'],
    ['/report.epub?years=2023&sections=executive-summary&areas=zza', EPUB, '.epub', 'EPUB/package.opf'],
    ['/compare/zza/2023/2024.docx', WORD, 'variorum-zza-2023-2024.docx', 'word/document.xml'],
    ['/removed/zza/2022/2024.docx', WORD, 'variorum-removed-zza-2022-2024.docx', 'word/document.xml'],
  ])('is to be had at %s, for saving', async (address, type, name, part) => {
    const answer = await site.get(address);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type]);
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="variorum-/);
    expect(answer.headers.get('Content-Disposition')).toContain(`${name}"`);
    const entries = await readZip(new Uint8Array(await answer.arrayBuffer()));
    expect(entries.map((entry) => entry.name)).toContain(part);
  });

  test('of a report is to be had under its slug too, and in every other format of a custom report', async () => {
    const led = await site.get('/2023/velmora.docx');
    expect([led.status, led.headers.get('Location')]).toEqual([301, '/2023/zza.docx']);
    for (const ending of ['txt', 'html', 'xlsx']) {
      const answer = await site.get(`/2023/zza.${ending}`);
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    }
  });

  test('of an ending that there is none of is not found', async () => {
    expect((await site.read('/2023/zza.odt')).status).toBe(404);
    expect((await site.read('/compare/zza/2023/2024.epub')).status).toBe(404);
  });

  test.each(['/2023/zza', '/compare/zza/2023/2024', '/removed/zza/2022/2024'])(
    'is offered on the page %s',
    async (page) => {
      expect((await site.read(page)).text).toContain(`href="${page}.docx"`);
    },
  );
});
