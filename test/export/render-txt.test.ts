import { expect, it } from 'vitest';
import { renderTxt } from '../../src/export/render-txt.ts';
import { collect, makeExcerpt, makePublication } from './small-publication.ts';

const summary = {
  key: 'executive-summary',
  printed: 'EXECUTIVE SUMMARY',
  passages: [
    { text: 'The harbor froze in May.' },
    { text: '- Not a list, “quoted” & <kept>.' },
    { text: 'Label: a run-in label stands in the text.', label: 'Label' },
  ],
};

it('paragraphs stand one to a line, as they are held, with one empty line between them and nothing else', async () => {
  const text = (await collect(renderTxt(makePublication([makeExcerpt(2021, 'vel', [summary])])))).join('');
  expect(text).toContain(
    '\n\nEXECUTIVE SUMMARY\n\nThe harbor froze in May.\n\n- Not a list, “quoted” & <kept>.\n\nLabel: a run-in label stands in the text.\n\n',
  );
});

it('the whole file reads like this', async () => {
  const gaps = [{ edition: 2021, area: 'squ', choice: null, reason: 'not-published' as const }];
  const short = {
    key: '1',
    printed: '',
    heading: 'Note',
    passages: [{ text: 'One.' }, { text: 'Four.', number: 4 }],
  };
  const publication = makePublication([makeExcerpt(2021, 'vel', [short])], gaps);
  expect((await collect(renderTxt(publication))).join('')).toBe(`All sections: Velmora, 2021

A custom report from the annual Country Reports on Human Rights Practices. Made with Variorum, which is no government service; each report in it names its official address.

Editions: 2021
Sections and topics: All sections
Countries and areas: Velmora
Order: by area, then edition
Contents: 1 report, 2 passages, 2 words
Library version: fedcba987654 (12 reports held)
Selection: years=2021&sections=all&areas=vel

Asked for and not here

No report was published
- 2021: South Quendal

Absence of reporting is not evidence of absence.

${'='.repeat(72)}
Velmora, 2021
2021 Country Reports: Velmora
${'='.repeat(72)}

Edition: 2021, covers events of 2021
Bureau: Bureau of Democracy, Human Rights, and Labor
Released: 9 March 2022
Captured: 14 August 2025, 09:12:33 UTC (from the archive file)
Official address: https://reports.example/2021/vel/
Captured from: reports.example
SHA-256 of the captured bytes: ${'b'.repeat(64)}
Version: 2021aaaaaaaa
Cite as: US Department of State, Bureau of Democracy, Human Rights, and Labor, 2021 Country Reports: Velmora (Washington, DC, March 9, 2022), https://reports.example/2021/vel/.
Unofficial copy prepared from the official publication at the address above; not certified.

[Note]

One.

Four.

${'-'.repeat(72)}
Addresses of these passages in 2021/vel: #1:1, 4

========================================================================
For programs, to verify this report: {"kind":"variorum-verification","schema":1,"library":"fedcba987654","selection":"years=2021&sections=all&areas=vel","link":"/report?years=2021&sections=all&areas=vel","reports":[{"address":"2021/vel@2021aaaaaaaa","captured":"${'b'.repeat(64)}","passages":{"1":{"1":"0123456789abcdef","4":"0123456789abcdef"}}}],"complete":true}
`);
});

it('an invented report says that it is one', async () => {
  const text = (await collect(renderTxt(makePublication([makeExcerpt(2021, 'zzs', [summary])])))).join('');
  expect(text).toContain('Invented sample, not a publication of any government.');
  expect(text).not.toContain('Unofficial copy');
});

it('nothing held is said, not an empty file', async () => {
  const publication = makePublication([], [], { years: [2021], areas: [{ kind: 'area', area: 'vel' }] });
  expect((await collect(renderTxt(publication))).join('')).toContain(
    'Nothing of what was asked for can be given.',
  );
});
