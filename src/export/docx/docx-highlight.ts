import { BorderStyle, type IParagraphOptions, type IRunOptions, ShadingType } from 'docx';

/** A highlight that is grey on a monochrome printer, and stays readable in a photocopy. */
export const HIGHLIGHTED_RUN: IRunOptions = {
  shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFF2A8' },
};

/** A bar in the margin beside a highlighted passage, for copies in which the highlight is lost. */
export const MARGIN_MARK: Pick<IParagraphOptions, 'border'> = {
  border: { left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: '000000' } },
};
