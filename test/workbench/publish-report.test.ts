import { describe, expect, test } from 'vitest';
import { publishReport } from '../../src/workbench/publish-report.ts';
import { catalog } from '../domain/invented-catalog.ts';
import { makeReport } from './small-library.ts';

const newest = makeReport(2021, 'vel', [{ key: '1', texts: ['Calm.'] }]);
const older = { ...makeReport(2021, 'vel', [{ key: '1', texts: ['Loud.'] }]), version: 'aaaaaaaaaaaa' };
const edition = catalog.getEdition(2021);
const area = catalog.getArea('vel');
const library = { version: 'b', revision: 1, reports: 1, passages: 1, words: 1, sampleOnly: false };

describe('a whole report as a file says how to get it again', () => {
  test('by the selection that gives the newest version', () => {
    const { query } = publishReport(
      { report: newest, area, versions: [newest, older] },
      edition,
      catalog,
      library,
    );
    expect(query).toBe('years=2021&sections=all&areas=vel');
  });

  test('by the address of an older version, which no selection gives', () => {
    const { query } = publishReport(
      { report: older, area, versions: [newest, older] },
      edition,
      catalog,
      library,
    );
    expect(query).toBe('2021/vel@aaaaaaaaaaaa');
  });
});
