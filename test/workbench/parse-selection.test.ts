import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/problem.ts';
import { formatSelection } from '../../src/domain/selection.ts';
import {
  parseSelection,
  readSelection,
  type SelectionParameters,
} from '../../src/workbench/parse-selection.ts';
import { readSectionKey } from '../../src/workbench/read-sections.ts';
import { catalog, YEARS } from '../domain/invented-catalog.ts';

const HELD = new Set(['1.h', '2~2', '2~2.a', '6/poets-and-printers']);
const isHeld = (key: string) => HELD.has(key);

function read(typed: Partial<Record<keyof SelectionParameters, string | string[]>>) {
  const list = (value: string | string[] | undefined, usual: string[]) =>
    value === undefined ? usual : typeof value === 'string' ? [value] : value;
  const parameters = {
    years: list(typed.years, ['2021']),
    sections: list(typed.sections, ['1']),
    areas: list(typed.areas, ['vel']),
    order: list(typed.order, []),
  };
  return readSelection(parameters, catalog, isHeld);
}

describe('years', () => {
  it.each([
    ['2021', [2021]],
    ['2018-2020,2024', [2018, 2019, 2020, 2024]],
    ['2024, 2018 – 2019', [2018, 2019, 2024]],
    ['2020-2024', [2020, 2021, 2024]],
    ['2021,2021,2021-2021', [2021]],
    ['all', YEARS],
    ['ALL,2021', YEARS],
  ])('%s', (typed, years) => {
    expect(read({ years: typed })).toMatchObject({ selection: { years }, problems: [] });
  });

  it('may be given several times', () => {
    expect(read({ years: ['2021', '2018,2019'] }).selection.years).toEqual([2018, 2019, 2021]);
  });

  it('name the editions there are where one is unknown, and keep what is known', () => {
    const { selection, problems } = read({ years: '2021,2031' });
    expect(selection.years).toEqual([2021]);
    expect(problems).toEqual(['years: there is no edition 2031; the editions are 2018-2021, 2024.']);
    expect(read({ years: '1000-9999' }).problems).toEqual([
      'years: there is no edition 1000 or 9999; the editions are 2018-2021, 2024.',
    ]);
  });

  it('do not run backwards', () => {
    expect(read({ years: '2021-2018' }).problems).toEqual([
      'years: “2021-2018” runs backwards; write 2018-2021.',
    ]);
  });

  it.each(['21', '2021-', '2018-2019-2020', 'last', '2021.5'])('cannot be “%s”', (typed) => {
    expect(read({ years: typed }).problems).toEqual([
      `years: “${typed}” is not a year or range; write 2021, 2016-2019 or all (the editions are 2018-2021, 2024).`,
    ]);
  });
});

describe('areas', () => {
  it.each([
    ['vel', 'vel'],
    ['VEL', 'vel'],
    ['Velmora,velmora,Kingdom of Velmora', 'vel'],
    ['Belcays, The', 'bel'],
    ['Belcays, The, Velmora', 'bel,vel'],
    ['Velmora,Belcays, The,North Quendal', 'vel,bel,nqu'],
    ['Ostrava Isles, Lagoon, and Bight', 'osi'],
    ['Velmora, Ostrava Isles, Lagoon, and Bight, Lagoon', 'vel,osi,lag'],
    ['Ostrava Isles, Lagoon', 'osi,lag'],
    ['ostrava-isles-2', 'osi'],
    ['Cote d’Ambre', 'cot'],
    ['north', 'north'],
    ['The Far North,vel', 'north,vel'],
    ['South and Middle Sea', 'south'],
    ['all', 'all'],
    ['vel,ALL', 'vel,all'],
  ])('%s', (typed, written) => {
    const { selection, problems } = read({ areas: typed });
    expect(problems).toEqual([]);
    expect(formatSelection(selection)).toBe(`years=2021&sections=1&areas=${written}`);
  });

  it('that are unknown are met with the nearest names', () => {
    const { problems } = read({ areas: 'Velmra' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^areas: no area or region is called “Velmra”; near to it: Velmora/);
    expect(read({ areas: 'xyzzyxyzzy' }).problems[0]).toMatch(/write a name, an ISO code/);
  });

  it('that are part of a region’s name are met with the region', () => {
    expect(read({ areas: 'Middle Sea' }).problems).toEqual([
      'areas: no area or region is called “Middle Sea”; near to it: South and Middle Sea.',
    ]);
  });

  it('that may be several are not guessed', () => {
    expect(read({ areas: 'Quendal' })).toMatchObject({
      selection: { areas: [] },
      problems: ['areas: “Quendal” may be North Quendal or South Quendal; write which one is meant.'],
    });
  });
});

describe('sections', () => {
  it.each([
    ['1.c', '1.c'],
    ['1c', '1.c'],
    ['1.C.', '1.c'],
    ['1 c', '1.c'],
    ['1(c)', '1.c'],
    ['01.c', '1.c'],
    ['Section 1.c', '1.c'],
    ['SECTION 1.', '1'],
    ['§ 1.c', '1.c'],
    ['§1.c/Jails', '1.c/jails'],
    ['sec. 6 / Women', '6/women'],
    ['6/women,6/Women', '6/women'],
    ['1.h', '1.h'],
    ['2~2', '2~2'],
    ['2~2.a', '2~2.a'],
    ['6/Poets and Printers', '6/poets-and-printers'],
    ['jails', 'jails'],
    ['Jails', 'jails'],
    ['Torture, beating and ill-treatment, 1', 'ill-treatment,1'],
    ['all', 'all'],
  ])('%s', (typed, written) => {
    const { selection, problems } = read({ sections: typed });
    expect(problems).toEqual([]);
    expect(formatSelection(selection)).toBe(`years=2021&sections=${written}&areas=vel`);
  });

  it('of the same name as a topic mean the topic', () => {
    expect(read({ sections: 'executive-summary' }).selection.sections).toEqual([
      { kind: 'topic', topic: 'executive-summary' },
    ]);
  });

  it.each([
    ['9.z', 'no edition has “9.z”; the sections are 1, 6, a topic such as executive-summary, or all.'],
    ['1.z', 'no edition has “1.z”; section 1 has: 1.a, 1.c.'],
    ['6/wimen', 'no edition has “6/wimen”; near to it: 6/women.'],
    ['6/zzzzzzzzz', 'no edition has “6/zzzzzzzzz”; section 6 has: 6/children, 6/women.'],
    ['jales', 'there is no section or topic “jales”; near to it: jails'],
    [
      'xyzzyxyzzyxyzzy',
      'there is no section or topic “xyzzyxyzzyxyzzy”; write a label such as 1.c or 6/women, a topic such as executive-summary, or all.',
    ],
  ])('“%s” is met with what would be right', (typed, problem) => {
    expect(read({ sections: typed }).problems).toEqual([expect.stringContaining(`sections: ${problem}`)]);
  });

  it('keep their repeat marks', () => {
    expect(readSectionKey('2~2/Women~3')).toBe('2~2/women~3');
    expect(readSectionKey('Executive Summary')).toBe('executive-summary');
  });
});

describe('order', () => {
  it('is by area unless asked otherwise', () => {
    expect(read({}).selection.order).toBe('area');
    expect(read({ order: 'Year' }).selection.order).toBe('year');
    expect(read({ order: ['section', 'section'] }).selection.order).toBe('section');
    expect(read({ order: '' })).toMatchObject({ selection: { order: 'area' }, problems: [] });
  });

  it('is one of three', () => {
    expect(read({ order: 'size' }).problems).toEqual([
      'order: “size” is no order; write area, year or section.',
    ]);
    expect(read({ order: 'year,area' }).problems).toEqual([
      'order: year and area cannot both hold; write one of them.',
    ]);
  });
});

describe('a bad request', () => {
  it('learns everything that is wrong at once', () => {
    const parameters = { years: ['2031'], sections: ['9.z'], areas: [''], order: ['size'] };
    const { problems } = readSelection(parameters, catalog, isHeld);
    expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
      'areas',
      'order',
      'sections',
      'years',
    ]);
    expect(() => parseSelection(parameters, catalog, isHeld)).toThrow(Problem);
    try {
      parseSelection(parameters, catalog, isHeld);
    } catch (error) {
      expect(error).toMatchObject({ kind: 'invalid-input', details: problems });
    }
  });

  it('is told what to give where nothing is given', () => {
    expect(read({ years: [], sections: ' , ', areas: [''] })).toEqual({
      selection: { years: [], sections: [], areas: [], order: 'area' },
      problems: [
        'years: nothing is given; give editions such as 2024 or 2018-2021,2024, or all.',
        'sections: nothing is given; give labels such as 1.c or 6/women, topics such as prison-conditions, or all.',
        'areas: nothing is given; give names, ISO codes such as mli, regions, or all.',
      ],
    });
  });

  it('of ten thousand areas gets one line', () => {
    const { problems } = read({ areas: Array.from({ length: 10_000 }, (_, i) => `x${i}`) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^areas: 5[\d,]+ characters are too many; give at most 20,000/);
    expect(read({ areas: 'a,'.repeat(401) }).problems).toEqual([
      'areas: 401 values are too many; give at most 400, or “all”.',
    ]);
  });

  it('of many unknown areas gets twenty lines and the number of the rest', () => {
    const { problems } = read({ areas: Array.from({ length: 90 }, (_, i) => `qqqq${i}qqqq`).join(',') });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe('and 70 more');
  });

  it('shows control characters so that they can be seen', () => {
    const { selection, problems } = read({ areas: 'vel\0mora,bel', sections: '1\u001b[31m' });
    expect(problems).toEqual([
      'sections: “1\\u{1b}[31m” holds a control character; take it out.',
      'areas: “vel\\u{0}mora” holds a control character; take it out.',
    ]);
    expect(selection.areas).toEqual([{ kind: 'area', area: 'bel' }]);
  });

  it('shows no more than sixty characters of a value', () => {
    for (const value of ['x'.repeat(5000), '\u202e'.repeat(50), '🐚'.repeat(100)]) {
      for (const name of ['years', 'areas', 'sections', 'order'] as const) {
        const shown = /“(.*?)”/u.exec(read({ [name]: value }).problems[0] ?? '')?.[1] ?? '';
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.length).toBeLessThanOrEqual(60);
      }
    }
  });

  it('cannot keep the reader busy', () => {
    const hostile = [
      `${'1'.padEnd(19_000, '.')}x`,
      `~${'1'.repeat(18_000)}`,
      ' '.repeat(9000) + 'x'.repeat(9000),
    ];
    const lists = ['ab '.repeat(60), 'the '.repeat(70)].map((one) => Array.from({ length: 90 }, () => one));
    const started = performance.now();
    for (const value of [...hostile, ...lists]) read({ areas: value, sections: value, years: value });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

it('what is read is written so that it is read as the same again', () => {
  const pick = pickWith(20_240_814);
  const areas = [
    ...catalog.areas.flatMap(({ id, name }) => [id, name]),
    'north',
    'South and Middle Sea',
    'all',
  ];
  const sections = [
    'all',
    '1',
    '1C',
    '§ 1.c',
    '6/Women',
    '1.h',
    '2~2.a',
    'women',
    'executive-summary',
    'Jails',
  ];
  const years = ['2018', '2019-2021', 'all', '2024', '2020, 2021'];
  for (let round = 0; round < 300; round += 1) {
    const first = read({
      years: pick(years),
      areas: pick(areas),
      sections: pick(sections),
      order: pick(['area', 'year', 'section']).slice(0, 1),
    });
    expect(first.problems).toEqual([]);
    const query = new URLSearchParams(formatSelection(first.selection));
    const again = parseSelection(
      {
        years: query.getAll('years'),
        sections: query.getAll('sections'),
        areas: query.getAll('areas'),
        order: query.getAll('order'),
      },
      catalog,
      isHeld,
    );
    expect(again).toEqual(first.selection);
  }
});

/** Some of a list in some order, the same on every run (a linear congruential generator). */
function pickWith(seed: number): (list: readonly string[]) => string[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  return (list) => Array.from({ length: 1 + next(4) }, () => list[next(list.length)] ?? '');
}
