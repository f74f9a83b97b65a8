import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Publication } from '../../../src/domain/publication.ts';
import { isVerified, type VerifiedFile } from '../../../src/domain/verified-file.ts';
import type { ExportFormat } from '../../../src/workbench/render-publication.ts';
import type { Workbench } from '../../../src/workbench/workbench.ts';
import { readEntry } from '../../export/read-zip.ts';
import { openEditions } from '../compare/small-editions.ts';
import { CHOSEN, makeRequest, makeVelmora } from '../packet/small-packet.ts';

let workbench: Workbench;
beforeEach(async () => {
  workbench = await openEditions();
});
afterEach(() => workbench.close());

async function join(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

async function publish(): Promise<Publication> {
  const selection = await workbench.parseSelection({
    years: ['2021'],
    sections: ['all'],
    areas: ['vel'],
    order: [],
  });
  return workbench.buildPublication(selection);
}

/** What is said of anything but passages that stand. */
function listFaults({ passages, sentences }: VerifiedFile): unknown[] {
  return [
    ...passages.filter(({ verdict }) => verdict !== 'stands'),
    ...sentences.filter(({ verdict }) => verdict !== 'verbatim').map(({ sentence }) => sentence.text),
  ];
}

const FORMATS: readonly ExportFormat[] = ['html', 'json', 'md', 'txt', 'csv', 'jsonl', 'pdf', 'docx', 'epub'];

describe.each(FORMATS)('a report as %s', (format) => {
  test('stands word for word when it is verified, and nothing else is found in it', async () => {
    const file = await join(workbench.renderPublication(await publish(), format));
    const verified = await workbench.verifyFile(file, `report.${format}`);
    expect(listFaults(verified)).toEqual([]);
    expect(verified.counts.stands).toBe(4);
    expect(isVerified(verified)).toBe(true);
  });

  test('names the passage that was changed', async () => {
    const publication = await publish();
    const forged: Publication = {
      ...publication,
      async *readExcerpts() {
        for await (const excerpt of publication.readExcerpts()) {
          const sections = excerpt.sections.map((one) => ({
            ...one,
            passages: one.passages.map((passage) => ({
              ...passage,
              text: passage.text.replace('slept in shifts', 'slept soundly'),
            })),
          }));
          yield { ...excerpt, sections };
        }
      },
    };
    const file = await join(workbench.renderPublication(forged, format));
    const { passages, counts } = await workbench.verifyFile(file, `report.${format}`);
    expect(counts).toMatchObject({ stands: 3, unknown: 0 });
    expect(passages.filter(({ verdict }) => verdict !== 'stands')).toMatchObject([
      { address: expect.stringMatching(/^2021\/vel@[0-9a-f]{12}#1\.c\/jails:1$/) },
    ]);
  });
});

describe.each(['pdf', 'docx'] as const)('as %s', (format) => {
  test('a redline stands on both sides, reworded passages too', async () => {
    const view = await workbench.compareReports({ area: 'vel', from: 2021, to: 2024 });
    const file = await join(workbench.renderComparisonFile(view, { only: null, all: true }, format));
    const verified = await workbench.verifyFile(file, `redline.${format}`);
    expect(listFaults(verified)).toEqual([]);
    expect(verified.counts.stands).toBe(8);
  });

  test('a chart of removals stands', async () => {
    const { request } = workbench.readRemovalsRequest({
      from: '2021',
      to: '2024',
      areas: ['vel'],
      topics: [],
      only: [],
    });
    if (request === null) throw new Error('It was not understood.');
    const removals = await workbench.listRemovals(request);
    const file = await join(workbench.renderRemovalsFile(removals, format));
    const verified = await workbench.verifyFile(file, `chart.${format}`);
    expect(listFaults(verified)).toEqual([]);
    expect(verified.counts.stands).toBeGreaterThan(0);
    if (format === 'docx') {
      const claims = await readEntry(file, 'variorum-verification.json');
      expect(JSON.parse(claims)).toMatchObject({ selection: '/removed/vel/2021/2024' });
    }
  });
});

test.each(['us', 'uk'])(
  'a packet (%s) stands, and its note is told apart from what is quoted',
  async (form) => {
    await workbench.close();
    workbench = await openEditions([makeVelmora(), makeVelmora(2024)]);
    const note = 'The applicant was held in this very wing of the jail from May to July.';
    const request = makeRequest([{ address: '2021/vel#1.c:1', note }], { form });
    const [part] = await workbench.renderPacket(
      await workbench.buildPacket(request),
      new AbortController().signal,
    );
    const verified = await workbench.verifyFile(part?.bytes ?? new Uint8Array(), 'packet.pdf');
    expect(verified.passages.every(({ verdict }) => verdict === 'stands')).toBe(true);
    expect(verified.counts.stands).toBeGreaterThan(0);
    expect(JSON.stringify(listFaults(verified))).toContain('held in this very wing');
    expect(JSON.stringify(listFaults(verified))).not.toContain(CHOSEN);
  },
);

test('the digest of each edition is printed and stands in the data, and is the library’s own', async () => {
  const digest = await workbench.findEditionDigest(2021);
  const file = await join(workbench.renderPublication(await publish(), 'docx'));
  expect(JSON.parse(await readEntry(file, 'variorum-verification.json'))).toMatchObject({
    editions: [digest],
  });
  expect(await readEntry(file, 'word/document.xml')).toContain(digest?.digest);
});
