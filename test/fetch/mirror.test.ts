import { expect, test } from 'vitest';
import { openWorkbench } from '../../src/workbench/open-workbench.ts';
import { samplePage } from '../cli/sample-folder.ts';
import { fetchFrom } from './fetch-from-replica.ts';
import { startSite } from './start-site.ts';

test('a mirror is asked for the addresses that were typed, without any list, and named as the source', async () => {
  const { replica, clock, library } = await startSite({
    answer: (host, path) => {
      const match = /^\/hr\/(\d{4})\/zz[a-z]\/([\w-]+)\.html$/.exec(path);
      if (host !== 'mirror.example.org' || match === null) return null;
      return { status: 200, body: samplePage(`${match[1]}/${match[2]}`) };
    },
  });
  const network = {
    ...replica.network,
    replica: { hosts: new Set(['mirror.example.org']), port: replica.port },
  };
  const from = 'https://mirror.example.org/hr/{year}/{area}/{slug}.html';
  const { summary } = await fetchFrom({ ...replica, network }, clock, library, { editions: ['2022'], from });
  expect(summary.saved).toEqual({ added: 3 });
  expect(replica.log.map(({ path }) => path).sort()).toEqual([
    '/hr/2022/zza/velmora.html',
    '/hr/2022/zzb/upper-quendal.html',
    '/hr/2022/zzc/santorlo.html',
    '/robots.txt',
  ]);
  const workbench = await openWorkbench({ library, readonly: true });
  const [report] = await workbench.listReports({ edition: 2022, area: 'zza' });
  await workbench.close();
  expect(report?.provenance).toMatchObject({
    host: 'mirror.example.org',
    capturedAddress: 'https://mirror.example.org/hr/2022/zza/velmora.html',
    capturedAtSource: 'fetch',
  });
  expect(report?.provenance.capturedAt).toMatch(/^2026-01-05T00:00:/);
});
