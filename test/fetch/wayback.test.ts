import { expect, test } from 'vitest';
import { ARCHIVE_MANNERS } from '../../src/fetch/fetch-manners.ts';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import { amendedPage, samplePage } from '../cli/sample-folder.ts';
import { fetchFrom } from './fetch-from-replica.ts';
import { findBadManners } from './find-bad-manners.ts';
import { startSite } from './start-site.ts';

const page = (name: string, sentence: string): Buffer => Buffer.from(amendedPage(name, sentence));

test('the newest readable capture of each page is fetched from the web archive in its raw form, and both addresses are kept', async () => {
  const { replica, clock, library } = await startSite({
    captures: [
      { timestamp: '20230401000000', year: 2022, slug: 'velmora', body: page('2022/velmora', 'First.') },
      { timestamp: '20240501123456', year: 2022, slug: 'velmora', body: page('2022/velmora', 'Second.') },
      {
        timestamp: '20230402000000',
        year: 2022,
        slug: 'santorlo',
        body: Buffer.from(samplePage('2022/santorlo')),
      },
      // The newest is an error page, which the archive kept with status 200.
      {
        timestamp: '20250101000000',
        year: 2022,
        slug: 'santorlo',
        body: Buffer.from('<html><title>Page not found</title></html>'),
      },
    ],
  });
  const { summary, notices } = await fetchFrom(replica, clock, library, {
    editions: ['2022'],
    from: 'wayback',
  });
  expect(notices).toContain('2022: the web archive has captures of 2 areas.');
  expect(summary.saved).toEqual({ added: 2 });
  expect(summary.missing.map(({ area, tried }) => [area, tried])).toEqual([['zzb', []]]);
  expect(new Set(replica.log.map(({ host }) => host))).toEqual(new Set(['web.archive.org']));
  expect(findBadManners(replica.log, ARCHIVE_MANNERS.pause)).toEqual([]);

  const workbench = await openWorkbench({ library, readonly: true });
  const reports = await workbench.listReports({ edition: 2022 });
  await workbench.close();
  const proofs = reports.map(({ area, provenance }) => [
    area,
    provenance.address,
    provenance.host,
    provenance.capturedAddress,
    provenance.capturedAt,
    provenance.capturedAtSource,
  ]);
  const at = (time: string, slug: string): string =>
    `https://web.archive.org/web/${time}id_/http://www.state.gov:80/reports/2022-country-reports-on-human-rights-practices/${slug}`;
  const official = (slug: string): string =>
    `https://sample.invalid/reports/2022-country-reports-on-human-rights-practices/${slug}/`;
  expect(proofs.sort()).toEqual([
    [
      'zza',
      official('velmora'),
      'web.archive.org',
      at('20240501123456', 'velmora'),
      '2024-05-01T12:34:56Z',
      'archive-address',
    ],
    [
      'zzc',
      official('santorlo'),
      'web.archive.org',
      at('20230402000000', 'santorlo'),
      '2023-04-02T00:00:00Z',
      'archive-address',
    ],
  ]);
});
