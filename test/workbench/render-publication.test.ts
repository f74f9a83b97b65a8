import { expect, it } from 'vitest';
import { buildPublication } from '../../src/workbench/build-publication.ts';
import { parseSelection } from '../../src/workbench/parse-selection.ts';
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

async function render(format: string): Promise<string[]> {
  const found = findExportFormat(format);
  if (found === null) throw new Error(`no format ${format}`);
  const store = await openSmallLibrary(reports);
  const pieces: string[] = [];
  for await (const piece of renderPublication(await buildPublication(selection, catalog, store), found))
    pieces.push(piece);
  return pieces;
}

it.each(Object.keys(EXPORT_FORMATS))(
  '%s has every chosen passage, in order, and no other',
  async (format) => {
    const text = (await render(format)).join('');
    const places = reports
      .toSorted((a, b) => (a.area === b.area ? a.edition - b.edition : a.area === 'vel' ? -1 : 1))
      .map(({ area, edition }) => text.indexOf(`Chapter of ${area} in ${edition}.`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain('Summary of');
  },
);

it.each(Object.keys(EXPORT_FORMATS))(
  '%s is the same, byte for byte, from another library of the same reports',
  async (format) => {
    expect(await render(format)).toEqual(await render(format));
  },
);

it.each(Object.keys(EXPORT_FORMATS))('%s begins before any report is read', async (format) => {
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
  const pieces = renderPublication(watched, found)[Symbol.asyncIterator]();
  expect((await pieces.next()).value?.length).toBeGreaterThan(0);
  expect(read).toEqual([]);
  await pieces.next();
  expect(read).toEqual(['Velmora, 2018']);
});

it('a format is found by its name in any case', () => {
  expect(findExportFormat('CSV')).toBe('csv');
  expect(findExportFormat('pdf')).toBeNull();
});
