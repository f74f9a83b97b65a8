import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

/** The bullets of list items. */
export const BULLETS = 'bullets';

/** Room for the number of a passage, in twentieths of a point. */
const NUMBER_ROOM = 480;

const FONT = 'Times New Roman';
const SOFT = '595959';

/**
 * Sizes are in half points, distances in twentieths of a point. Everything is readable without colour. The rule for
 * lines is said wherever their height is: LibreOffice sets lines over one another where a style leaves it out.
 */
export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 23, language: { value: 'en-US' } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 40, bold: true },
      paragraph: { spacing: { after: 200, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(32, 480),
    heading2: heading(27, 360),
    heading3: heading(24, 300),
    heading4: heading(23, 260),
    heading5: heading(23, 240, true),
    heading6: heading(22, 240, true),
    listParagraph: {
      paragraph: {
        contextualSpacing: false,
        spacing: { after: 100, line: 276, lineRule: LineRuleType.AUTO },
      },
    },
    footnoteText: {
      run: { size: 18 },
      paragraph: { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
    },
    hyperlink: { run: { color: '1A4F8A', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'Passage',
      name: 'Passage',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: NUMBER_ROOM, hanging: NUMBER_ROOM } },
    },
    tocStyle(1),
    tocStyle(2),
    tocStyle(3),
    {
      id: 'ContentsHeading',
      name: 'Contents Heading',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 30, bold: true },
      paragraph: {
        keepNext: true,
        spacing: { before: 360, after: 160, line: 264, lineRule: LineRuleType.AUTO },
      },
    },
    {
      id: 'Notice',
      name: 'Notice',
      basedOn: 'Normal',
      run: { italics: true, size: 21 },
    },
    {
      id: 'Small',
      name: 'Small',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { keepLines: true, spacing: { after: 60, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 60, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'RunningHead',
      name: 'Running Head',
      basedOn: 'Normal',
      run: { size: 18, color: SOFT },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
  characterStyles: [
    { id: 'PassageNumber', name: 'Passage Number', run: { size: 15, color: SOFT, font: 'Arial' } },
    { id: 'Address', name: 'Address', run: { size: 17, font: 'Courier New' } },
  ],
};

export const DOCX_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: NUMBER_ROOM + 300, hanging: 300 } } },
        },
      ],
    },
  ],
};

function heading(size: number, before: number, italics = false) {
  return {
    run: { font: FONT, size, bold: true, italics, color: '000000' },
    paragraph: {
      keepNext: true,
      keepLines: true,
      spacing: { before, after: 120, line: 264, lineRule: LineRuleType.AUTO },
    },
  };
}

function tocStyle(level: number) {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: 21 },
    paragraph: {
      indent: { left: (level - 1) * 240, right: 480 },
      spacing: { after: 40, line: 250, lineRule: LineRuleType.AUTO },
    },
  };
}
