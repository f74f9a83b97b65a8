import { expect, it } from 'vitest';
import { writeComparison } from '../../../src/export/pdf/render-comparison-pdf.ts';
import { openEditions } from '../../workbench/compare/small-editions.ts';

it('words gone are struck through and words new underlined, which needs no colour', async () => {
  const workbench = await openEditions();
  const view = await workbench.compareReports({ area: 'vel', from: 2021, to: 2024 });
  const source = writeComparison(view, { filter: { only: ['edited'], all: false }, paper: 'letter' });
  expect(source).toContain('gone("forty");');
  expect(source).toContain('new("sixty");');
  expect(source).toMatch(/#let gone\(t\)=strike\(/);
  expect(source).toMatch(/#let new\(t\)=underline\(/);
});
