import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/domain/mark.ts';
import { escapeMarkdown, renderMarkedMarkdown } from '../../src/export/markdown-text.ts';

describe('text in Markdown', () => {
  it.each([
    ['a *b* _c_', 'a \\*b\\* \\_c\\_'],
    ['[not](a link)', '\\[not\\](a link)'],
    ['<b>not</b> & &amp; AT&T', '\\<b\\>not\\</b\\> & \\&amp; AT&T'],
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['12) not a list', '12\\) not a list'],
    ['- not a list', '\\- not a list'],
    ['+ not a list', '\\+ not a list'],
    ['> not a quotation', '\\> not a quotation'],
    ['--- not a rule', '\\--- not a rule'],
    ['`code` ~~gone~~ \\', '\\`code\\` \\~\\~gone\\~\\~ \\\\'],
    ['Of 2021. 1. Then # and - stay', 'Of 2021. 1. Then # and - stay'],
    ['', ''],
  ])('%s', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });
});

describe('marks in Markdown', () => {
  const mark = (
    kind: 'strong' | 'emphasis' | 'underline' | 'superscript',
    start: number,
    end: number,
  ): Mark => ({
    kind,
    start,
    end,
  });
  const link = (start: number, end: number, href = 'https://reports.example/a'): Mark => ({
    kind: 'link',
    start,
    end,
    href,
  });

  it.each<[string, string, Mark[], string]>([
    ['strong', 'Label: text', [mark('strong', 0, 6)], '**Label:** text'],
    ['underlined', 'Label: text', [mark('underline', 0, 5)], '*Label*: text'],
    ['both', 'Label: text', [mark('strong', 0, 5), mark('emphasis', 0, 5)], '***Label***: text'],
    ['a space inside', 'Label: text', [mark('strong', 0, 7)], '**Label:** text'],
    ['only a space', 'Label: text', [mark('strong', 6, 7)], 'Label: text'],
    ['where it cannot open', 'half“way” on', [mark('emphasis', 4, 9)], 'half“way” on'],
    ['where it cannot close', 'Label:text', [mark('strong', 0, 6)], 'Label:text'],
    ['next to another', 'ab', [mark('strong', 0, 1), mark('emphasis', 1, 2)], '**a**b'],
    ['raised', 'm2', [mark('superscript', 1, 2)], 'm2'],
    ['a link', 'see this page', [link(4, 8)], 'see [this](<https://reports.example/a>) page'],
    [
      'a link with a strong word',
      'see this page',
      [link(4, 13), mark('strong', 4, 8)],
      'see [**this** page](<https://reports.example/a>)',
    ],
    [
      'two links',
      'ab',
      [link(0, 1), link(1, 2, 'mailto:a@reports.example')],
      '[a](<https://reports.example/a>)[b](<mailto:a@reports.example>)',
    ],
    [
      'a link behind an exclamation mark',
      'no!this',
      [link(3, 7)],
      'no\\![this](<https://reports.example/a>)',
    ],
    [
      'a link with signs',
      'x',
      [link(0, 1, 'https://reports.example/<a>?b&lt;')],
      '[x](<https://reports.example/\\<a\\>?b\\&lt;>)',
    ],
    ['no link that runs something', 'x', [link(0, 1, 'javascript:alert(1)')], 'x'],
    ['no link with a line break', 'x', [link(0, 1, 'https://reports.example/\n')], 'x'],
    ['a digit at the start', '1. x', [mark('strong', 0, 2)], '**1.** x'],
  ])('%s', (_, text, marks, written) => {
    expect(renderMarkedMarkdown(text, marks)).toBe(written);
  });
});
