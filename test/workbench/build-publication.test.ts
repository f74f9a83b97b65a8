import { describe, expect, it } from 'vitest';
import type { Excerpt, Publication } from '../../src/domain/publication.ts';
import type { Store } from '../../src/store/store.ts';
import { buildPublication } from '../../src/workbench/build-publication.ts';
import { parseSelection } from '../../src/workbench/parse-selection.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { makeReport, openSmallLibrary, type ShortSection } from './small-library.ts';

const OLD: readonly ShortSection[] = [
  { key: 'executive-summary', topic: 'executive-summary', texts: ['Summary one.', 'Summary two.'] },
  { key: '1', topic: 'integrity' },
  { key: '1.a', topic: 'killings', texts: ['Nobody was killed.'] },
  { key: '1.c', topic: 'ill-treatment', texts: ['Beatings.'] },
  { key: '1.c/jails', topic: 'jails', texts: ['Cold cells.', 'Damp cells.'] },
];
const NEW: readonly ShortSection[] = [
  { key: 'executive-summary', topic: 'executive-summary', texts: ['Short.'] },
  { key: '1', texts: [] },
  { key: '1.a', topic: 'killings', texts: ['None.'] },
];

/** Velmora in three editions, the isles in one, an invented sample. */
const openLibrary = () =>
  openSmallLibrary([
    makeReport(2018, 'vel', OLD),
    makeReport(2021, 'vel', OLD.slice(0, 4)),
    makeReport(2024, 'vel', NEW),
    makeReport(2021, 'osi', OLD),
    makeReport(2021, 'zzs', OLD),
  ]);

async function publish(
  store: Store,
  years: string,
  sections: string,
  areas: string,
  order = '',
): Promise<Publication> {
  const parameters = { years: [years], sections: [sections], areas: [areas], order: [order] };
  return buildPublication(
    parseSelection(parameters, catalog, () => true),
    catalog,
    store,
  );
}

async function readAll(publication: Publication): Promise<Excerpt[]> {
  const excerpts: Excerpt[] = [];
  for await (const excerpt of publication.readExcerpts()) excerpts.push(excerpt);
  return excerpts;
}

const headings = ({ contents }: Publication) => contents.map(({ heading }) => heading);
const gapLines = ({ gapGroups }: Publication) =>
  gapGroups.flatMap(({ heading, lines }) => lines.map(({ text }) => `${heading} | ${text}`));
const textsOf = ({ sections }: Excerpt) =>
  sections.flatMap(({ passages }) => passages.map(({ text }) => text));

describe('what is taken', () => {
  it('is a section with the heading above it as context', async () => {
    const store = await openLibrary();
    const publication = await publish(store, '2021', '1.c', 'osi');
    const [excerpt] = await readAll(publication);
    expect(
      excerpt?.sections.map(({ section, context, passages }) => [section.key, context, passages.length]),
    ).toEqual([
      ['1', true, 0],
      ['1.c', false, 1],
      ['1.c/jails', false, 2],
    ]);
    expect(publication).toMatchObject({
      reports: 1,
      passages: 3,
      words: 5,
      query: 'years=2021&sections=1.c&areas=osi',
    });
  });

  it('is the whole report with headings that have no text, for all sections', async () => {
    const store = await openLibrary();
    const publication = await publish(store, '2021', 'all', 'osi');
    const [excerpt] = await readAll(publication);
    expect(excerpt?.sections.map(({ section }) => section.key)).toEqual(OLD.map(({ key }) => key));
    expect(excerpt && textsOf(excerpt)).toEqual(OLD.flatMap(({ texts = [] }) => texts));
    expect(publication).toMatchObject({ reports: 1, passages: 6, words: 12 });
  });

  it('is counted as it is read, excerpt by excerpt', async () => {
    const store = await openLibrary();
    for (const sections of ['all', '1.c,jails', 'integrity', 'executive-summary,1.a', '1,all', '1.c/jails']) {
      for (const order of ['area', 'year', 'section']) {
        const publication = await publish(store, 'all', sections, 'all', order);
        const excerpts = await readAll(publication);
        const counted = excerpts.map(({ heading, sections: taken }) => {
          const passages = taken.flatMap((one) => one.passages);
          return {
            heading,
            passages: passages.length,
            words: passages.reduce((sum, { words }) => sum + words, 0),
          };
        });
        expect(counted).toEqual(
          publication.contents.map(({ heading, passages, words }) => ({ heading, passages, words })),
        );
        expect(publication.passages).toBe(counted.reduce((sum, { passages }) => sum + passages, 0));
        expect(publication.words).toBe(counted.reduce((sum, { words }) => sum + words, 0));
      }
    }
  });

  it('can be read again', async () => {
    const store = await openLibrary();
    const publication = await publish(store, '2018,2021', 'jails,1.a', 'vel,osi');
    expect(await readAll(publication)).toEqual(await readAll(publication));
  });
});

describe('the order', () => {
  it('is by area, each with its editions', async () => {
    const publication = await publish(await openLibrary(), '2018,2021', '1.a', 'vel,osi');
    expect(headings(publication)).toEqual(['Velmora, 2018', 'Velmora, 2021', 'Ostrava Isles, 2021']);
  });

  it('is by edition, each with its areas as they were asked for', async () => {
    const publication = await publish(await openLibrary(), '2018,2021', '1.a', 'vel,osi', 'year');
    expect(headings(publication)).toEqual(['Velmora, 2018', 'Velmora, 2021', 'Ostrava Isles, 2021']);
    const turned = await publish(await openLibrary(), '2021', '1.a', 'osi,vel', 'year');
    expect(headings(turned)).toEqual(['Ostrava Isles, 2021', 'Velmora, 2021']);
  });

  it('is by section, each through all reports, and a report may come again', async () => {
    const publication = await publish(await openLibrary(), '2018,2021', 'jails,1.a', 'vel,osi', 'section');
    expect(headings(publication)).toEqual([
      'Jails: Velmora, 2018',
      'Jails: Ostrava Isles, 2021',
      'Section 1.a: Velmora, 2018',
      'Section 1.a: Velmora, 2021',
      'Section 1.a: Ostrava Isles, 2021',
    ]);
    expect(publication).toMatchObject({ reports: 3, passages: 7 });
    const excerpts = await readAll(publication);
    expect(excerpts.map(textsOf)[1]).toEqual(['Cold cells.', 'Damp cells.']);
  });
});

describe('areas', () => {
  it('all are every area by name, parts too, and invented ones where they are held', async () => {
    const publication = await publish(await openLibrary(), '2021', '1.a', 'all');
    expect(headings(publication)).toEqual(['Ostrava Isles, 2021', 'Sampleland, 2021', 'Velmora, 2021']);
    expect(gapLines(publication)).toEqual([
      'Published, but not held in this library | 2021: Côte d’Ambre; Lagoon; North Quendal; The Belcays',
      'No report was published | 2021: South Quendal',
    ]);
    const elsewhere = await publish(
      await openSmallLibrary([makeReport(2021, 'vel', OLD)]),
      '2021',
      '1.a',
      'all',
    );
    expect(gapLines(elsewhere).join()).not.toContain('Sampleland');
  });

  it('of a region are its own, each once, though asked for twice', async () => {
    const publication = await publish(await openLibrary(), '2021', '1.a', 'vel,south,osi,north');
    expect(headings(publication)).toEqual(['Velmora, 2021', 'Ostrava Isles, 2021']);
    expect(publication.gaps.map(({ area }) => area)).toEqual(['lag', 'squ', 'cot', 'nqu', 'bel']);
  });
});

describe('gaps', () => {
  it('say what is wrong with a whole report once, whatever was asked of it', async () => {
    const publication = await publish(await openLibrary(), '2018,2021', '1.a,jails', 'squ', 'section');
    expect(publication.gaps).toEqual([
      { edition: 2018, area: 'squ', choice: null, reason: 'published-not-held' },
      { edition: 2021, area: 'squ', choice: null, reason: 'not-published' },
    ]);
    expect(publication).toMatchObject({ reports: 0, passages: 0, words: 0, contents: [] });
  });

  it('tell a section missing in the edition from one missing in the report', async () => {
    const publication = await publish(await openLibrary(), '2021,2024', '1.c/jails,jails,1.b', 'vel');
    expect(gapLines(publication)).toEqual([
      'Section 1.c/jails: not in the report | 2021: Velmora',
      'Jails: not in the report | 2021: Velmora',
      'Section 1.b: not in the standard outline of the edition | 2021, 2024: Velmora',
      'Section 1.c/jails: not in the standard outline of the edition | 2024: Velmora',
      'Jails: not in the standard outline of the edition | 2024: Velmora',
    ]);
  });

  it('never say that an edition lacks what one of its reports has', async () => {
    const more = [...OLD, { key: '1.h', texts: ['Extra.'] }];
    const store = await openSmallLibrary([makeReport(2021, 'osi', more), makeReport(2021, 'vel', OLD)]);
    expect(gapLines(await publish(store, '2021', '1.h', 'osi,vel'))).toEqual([
      'Section 1.h: not in the report | 2021: Velmora',
    ]);
    expect(gapLines(await publish(store, '2021', '1.h', 'vel'))).toEqual([
      'Section 1.h: not in the standard outline of the edition | 2021: Velmora',
    ]);
  });

  it('stand with their excerpt too', async () => {
    const publication = await publish(await openLibrary(), '2024', '1.a,jails', 'vel');
    const [excerpt] = await readAll(publication);
    expect(excerpt?.gaps).toEqual(publication.gaps);
    expect(publication.gaps).toHaveLength(1);
  });
});

it('the library is named, so that the numbers can be had again', async () => {
  const store = await openLibrary();
  expect((await publish(store, '2021', 'all', 'vel')).library).toEqual(await store.getStamp());
});
