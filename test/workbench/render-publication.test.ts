import { expect, it } from 'vitest';
import { TEXT_FORMATS } from '../../src/export/export-format.ts';
import { buildPublication } from '../../src/workbench/build-publication.ts';
import { parseSelection } from '../../src/workbench/parse-selection.ts';
import { createPress } from '../../src/workbench/press/press.ts';
import {
  EXPORT_FORMATS,
  findExportFormat,
  renderPublication,
} from '../../src/workbench/render-publication.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { makeReport, openSmallLibrary } from './small-library.ts';

const reports = [2018, 2021].flatMap((year) =>
  ['vel', 'osi'].map((area) =>
    makeReport(year, area, [
      { key: 'executive-summary', topic: 'executive-summary', texts: [`Summary of ${area} in ${year}.`] },
      { key: '1', topic: 'integrity', texts: [`Chapter of ${area} in ${year}.`] },
    ]),
  ),
);
const selection = parseSelection(
  { years: ['all'], sections: ['1'], areas: ['vel,osi'], order: [] },
  catalog,
  () => true,
);

const press = createPress({ threads: 0 });

async function render(format: string): Promise<(string | Uint8Array)[]> {
  const found = findExportFormat(format);
  if (found === null) throw new Error(`no format ${format}`);
  const store = await openSmallLibrary(reports);
  const pieces: (string | Uint8Array)[] = [];
  const publication = await buildPublication(selection, catalog, store);
  for await (const piece of renderPublication(publication, found, press)) pieces.push(piece);
  return pieces;
}

it.each(TEXT_FORMATS)('%s has every chosen passage, in order, and no other', async (format) => {
  const text = (await render(format)).join('');
  const places = reports
    .toSorted((a, b) => (a.area === b.area ? a.edition - b.edition : a.area === 'vel' ? -1 : 1))
    .map(({ area, edition }) => text.indexOf(`Chapter of ${area} in ${edition}.`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text).not.toContain('Summary of');
});

it.each(Object.keys(EXPORT_FORMATS))(
  '%s is the same, byte for byte, from another library of the same reports',
  async (format) => {
    expect(await render(format)).toEqual(await render(format));
  },
);

// JSON Lines have no head to begin with.
it.each(TEXT_FORMATS.filter((one) => one !== 'jsonl'))(
  '%s begins before any report is read',
  async (format) => {
    const store = await openSmallLibrary(reports);
    const publication = await buildPublication(selection, catalog, store);
    const read: string[] = [];
    const watched = {
      ...publication,
      async *readExcerpts() {
        for await (const excerpt of publication.readExcerpts()) {
          read.push(excerpt.heading);
          yield excerpt;
        }
      },
    };
    const found = findExportFormat(format);
    if (found === null) throw new Error(`no format ${format}`);
    const pieces = renderPublication(watched, found, press)[Symbol.asyncIterator]();
    expect((await pieces.next()).value?.length).toBeGreaterThan(0);
    expect(read).toEqual([]);
    await pieces.next();
    expect(read).toEqual(['Velmora, 2018']);
  },
);

it('a format is found by its name in any case', () => {
  expect(findExportFormat('CSV')).toBe('csv');
  expect(findExportFormat('doc')).toBeNull();
});

it('what is too large for a format is refused before any report is read, with the number of parts that would do', async () => {
  const publication = await buildPublication(selection, catalog, await openSmallLibrary(reports));
  const large = {
    ...publication,
    words: 7_000_000,
    readExcerpts: () => {
      throw new Error('read');
    },
  };
  expect(() => renderPublication(large, 'xlsx', press)).toThrow(
    expect.objectContaining({
      kind: 'invalid-input',
      message: expect.stringContaining('holds at most 3,000,000 words, and this has 7,000,000'),
      details: expect.arrayContaining([expect.stringContaining('3 parts would do')]),
    }),
  );
});
