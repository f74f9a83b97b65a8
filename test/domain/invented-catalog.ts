import type { Area } from '../../src/domain/area.ts';
import { buildCatalog, type Catalog, type CatalogData } from '../../src/domain/catalog.ts';
import type { Edition } from '../../src/domain/edition.ts';
import type { Topic } from '../../src/domain/topic.ts';

export const YEARS = [2018, 2019, 2020, 2021, 2024];

function makeArea(id: string, name: string, more: Partial<Area> = {}): Area {
  return {
    id,
    name,
    region: 'north',
    parent: null,
    kind: 'country',
    builderId: null,
    names: [{ name, editions: YEARS }],
    slugs: [{ slug: name.toLowerCase().replace(/[^a-z]+/g, '-'), editions: YEARS }],
    aliases: [],
    published: YEARS,
    ...more,
  };
}

function makeEdition(year: number): Edition {
  return {
    year,
    title: `${year} Country Reports`,
    releaseDate: year === 2024 ? null : `${year + 1}-03-09`,
    releaseDateNote: year === 2020 ? 'amended later in the year.' : null,
    notes: [],
    layout: year === 2024 ? '2024' : year === 2021 ? '2021-2023' : '2016-2018',
    coversEventsOf: year,
    indexAddress: null,
  };
}

function makeTopic(id: string, label: string, more: Partial<Topic> = {}): Topic {
  return { id, label, description: '', kind: 'topic', broader: null, group: 'All', ...more };
}

const outlineOf = (edition: number) => ({
  edition,
  layout: makeEdition(edition).layout,
  entries:
    edition === 2024
      ? [
          { key: 'executive-summary', heading: 'Executive Summary' },
          { key: '1', label: 'Section 1.', heading: 'Life' },
          { key: '1.a', label: 'a.', heading: 'Killings' },
        ]
      : [
          { key: 'executive-summary', heading: 'Executive Summary' },
          { key: '1', label: 'Section 1.', heading: 'Integrity of the Person' },
          { key: '1.a', label: 'a.', heading: 'Killings' },
          { key: '1.c', label: 'c.', heading: 'Ill-treatment' },
          { key: '1.c/jails', heading: 'Jails' },
          { key: '6', label: 'Section 6.', heading: 'Unequal Treatment' },
          { key: '6/women', heading: 'Women' },
          { key: '6/children', heading: 'Children' },
        ],
});

/** Facts about areas that do not exist, small enough to be seen at once. */
export const catalogData: CatalogData = {
  regions: [
    { id: 'north', name: 'The Far North', bureau: null },
    { id: 'south', name: 'South and Middle Sea', bureau: null },
    { id: 'sample', name: 'Invented', bureau: null },
  ],
  areas: [
    makeArea('vel', 'Velmora', { aliases: ['ve', 'Kingdom of Velmora'] }),
    makeArea('osi', 'Ostrava Isles', {
      region: 'south',
      names: [
        { name: 'Ostrava Isles, Lagoon, and Bight', editions: [2018, 2019] },
        { name: 'Ostrava Isles', editions: [2020, 2021, 2024] },
      ],
      slugs: [
        { slug: 'ostrava-isles-lagoon-and-bight', editions: [2018, 2019] },
        { slug: 'ostrava-isles-2', editions: [2024] },
        { slug: 'ostrava-isles', editions: [2020, 2021] },
      ],
    }),
    makeArea('lag', 'Lagoon', { region: 'south', kind: 'part', parent: 'osi', published: [2020, 2021] }),
    makeArea('bel', 'The Belcays', { aliases: ['Belcays, The'] }),
    makeArea('nqu', 'North Quendal'),
    makeArea('squ', 'South Quendal', { region: 'south', published: [2018, 2019] }),
    makeArea('cot', 'Côte d’Ambre', { aliases: ["Cote d'Ambre", 'Amber Coast'] }),
    makeArea('zzs', 'Sampleland', { region: 'sample', kind: 'sample', published: [2021] }),
  ],
  editions: YEARS.map(makeEdition),
  topics: [
    makeTopic('executive-summary', 'Executive summary'),
    makeTopic('integrity', 'Integrity of the person', { kind: 'chapter' }),
    makeTopic('killings', 'Killings', { broader: 'integrity' }),
    makeTopic('ill-treatment', 'Torture, beating and ill-treatment'),
    makeTopic('jails', 'Jails'),
    makeTopic('women', 'Women'),
    makeTopic('harassment', 'Harassment of women', { broader: 'women' }),
    makeTopic('workplace-harassment', 'Harassment at work', { broader: 'harassment' }),
    makeTopic('children', 'Children'),
  ],
  crosswalk: [
    { pattern: '^executive summary$', topic: 'executive-summary', relation: 'exact', reason: 'Its name.' },
    { pattern: '^integrity of the person$', topic: 'integrity', relation: 'exact', reason: 'Its name.' },
    { pattern: '^killings$', topic: 'killings', relation: 'exact', reason: 'Its name.' },
    { pattern: '^ill-treatment$', topic: 'ill-treatment', relation: 'exact', reason: 'Its name.' },
    { pattern: '^jails$', under: '^ill-treatment$', topic: 'jails', relation: 'exact', reason: 'Its place.' },
    { pattern: '^women$', topic: 'women', relation: 'exact', reason: 'Its name.' },
    {
      pattern: '^harassment$',
      under: '^women$',
      topic: 'harassment',
      relation: 'close',
      reason: 'Its place.',
    },
    {
      pattern: '^children$',
      topic: 'children',
      relation: 'exact',
      reason: 'Its name.',
      editions: [2018, 2021],
    },
    { pattern: '^read a section$', topic: null, relation: null, reason: 'Navigation.' },
  ],
  outlines: YEARS.map(outlineOf),
};

export const catalog: Catalog = buildCatalog(catalogData);
