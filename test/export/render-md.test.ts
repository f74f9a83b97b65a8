import { expect, it } from 'vitest';
import { renderMd } from '../../src/export/render-md.ts';
import { collect, makeExcerpt, makePublication } from './small-publication.ts';

it('headings, marks, addresses and gaps stand in plain Markdown', async () => {
  const sections = [
    { key: '6', printed: 'Section 6. Unequal Treatment #', context: true, passages: [] },
    {
      key: '6/women',
      printed: 'Women',
      depth: 2,
      passages: [
        { text: 'Pay: was *less*.', marks: [{ kind: 'strong' as const, start: 0, end: 4 }] },
        { text: '3. The third.' },
      ],
    },
  ];
  const gaps = [{ edition: 2020, area: 'vel', choice: null, reason: 'published-not-held' as const }];
  const md = (await collect(renderMd(makePublication([makeExcerpt(2021, 'vel', sections)], gaps)))).join('');
  expect(md.startsWith('# All sections: Velmora, 2021\n\n')).toBe(true);
  expect(md).toContain('\n## Velmora, 2021\n\n2021 Country Reports: Velmora\n\n- **Edition:** 2021, covers');
  expect(md).toContain('- **Official address:** <https://reports.example/2021/vel/>\n');
  expect(md).toContain(
    '\nUnofficial copy prepared from the official publication at the address above; not certified.\n',
  );
  expect(md).toContain('\n### Section 6. Unequal Treatment \\#\n\n#### Women\n\n');
  expect(md).toContain('\n**Pay:** was \\*less\\*.\n\n3\\. The third.\n\n`2021/vel#6/women:1-2`\n');
  expect(md).toContain(
    '\n## Asked for and not here\n\nPublished, but not held in this library\n\n- 2020: Velmora\n',
  );
  expect(md).toContain('Absence of reporting is not evidence of absence.');
  expect(md).not.toContain('## Contents');
});

it('several reports are listed with what each gives', async () => {
  const sections = [{ key: '1', printed: 'One', passages: [{ text: 'a b' }] }];
  const publication = makePublication([2020, 2021].map((year) => makeExcerpt(year, 'vel', sections)));
  expect((await collect(renderMd(publication)))[0]).toContain(
    '## Contents\n\n- Velmora, 2020 (1 passage, 2 words)\n- Velmora, 2021 (1 passage, 2 words)\n',
  );
});
