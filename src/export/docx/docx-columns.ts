import { Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Paper } from '../../domain/paper.ts';
import { textWidth } from './docx-page.ts';
import { textRun } from './docx-runs.ts';

/** Two columns of the same width with a head that stands on each page again; a row may run over pages. */
export function twoColumns(
  head: readonly [string, string],
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
  paper: Paper,
): Table {
  const whole = textWidth(paper);
  const left = Math.floor(whole / 2);
  const widths = [left, whole - left];
  return new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text) => headCell(text)),
      }),
      ...rows.map(
        (cells) => new TableRow({ children: cells.map((children) => new TableCell({ children })) }),
      ),
    ],
  });
}

function headCell(text: string): TableCell {
  return new TableCell({
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E7E6E2' },
    children: [new Paragraph({ style: 'Small', keepNext: true, children: [textRun(text, { bold: true })] })],
  });
}
