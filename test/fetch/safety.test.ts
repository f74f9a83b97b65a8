import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { describeHeld, fetchFrom } from './fetch-from-replica.ts';
import { startSite } from './start-site.ts';

/** Something on this machine or its network that must never be asked. */
async function startNeighbour(): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('secret');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

const ONE = { editions: ['2024'], areas: ['velmora'] };

describe('fetching is not turned against this machine or its neighbours', () => {
  test.each([
    'http://127.0.0.1:PORT/{year}/{slug}',
    'http://[::ffff:127.0.0.1]:PORT/{year}/{slug}',
    'http://2130706433:PORT/{year}/{slug}',
    'http://0x7f.1:PORT/{year}/{slug}',
    'http://0:PORT/{year}/{slug}',
  ])('by a pattern that is an address of it: %s', async (pattern) => {
    const neighbour = await startNeighbour();
    const { replica, clock, library } = await startSite();
    const from = pattern.replace('PORT', String(neighbour.port));
    const { summary } = await fetchFrom(replica, clock, library, { ...ONE, from });
    expect(summary.missing[0]?.tried[0]?.reason).toMatch(/it leads to this machine itself/);
    expect(neighbour.asked).toEqual([]);
  });

  test.each([['127.0.0.1'], ['::1'], ['8.8.8.8', '127.0.0.1'], ['169.254.169.254'], ['10.1.2.3']])(
    'by a name that leads to it: %s',
    async (...addresses) => {
      const neighbour = await startNeighbour();
      const { replica, clock, library } = await startSite();
      let resolved = 0;
      const network = {
        ...replica.network,
        resolve: () => {
          resolved += 1;
          return Promise.resolve(addresses);
        },
      };
      const from = `http://mirror.example.org:${neighbour.port}/{year}/{slug}`;
      const { summary } = await fetchFrom({ ...replica, network }, clock, library, { ...ONE, from });
      expect(summary.missing[0]?.tried[0]?.reason).toMatch(/is not asked: it leads/);
      expect(neighbour.asked).toEqual([]);
      // To ask again would change nothing.
      expect(resolved).toBe(1);
    },
  );

  test.each([
    ['http://127.0.0.1:PORT/', 'it is not https'],
    ['https://127.0.0.1:PORT/', 'is none of those allowed'],
    ['https://evil.example/reports/x', 'the host evil.example is none of those allowed'],
    ['http://www.state.gov/reports/x', 'it is not https'],
    ['https://www.state.gov:8443/x', 'is none of those allowed'],
    ['https://me:secret@www.state.gov/x', 'it holds a name or a password'],
    ['file:///etc/passwd', 'it is not https'],
    ['//evil.example/x', 'is none of those allowed'],
  ])('by a redirect: %s', async (location, reason) => {
    const neighbour = await startNeighbour();
    const to = location.replace('PORT', String(neighbour.port));
    const { replica, clock, library } = await startSite({
      answer: (_, path) => (path.includes('velmora') ? { status: 302, headers: { location: to } } : null),
    });
    const { summary } = await fetchFrom(replica, clock, library, ONE);
    expect(summary.missing[0]?.tried[0]?.reason).toContain(reason);
    expect(JSON.stringify(summary)).not.toContain('secret');
    expect(neighbour.asked).toEqual([]);
    expect(await describeHeld(library)).toEqual([]);
  });

  test('by a link in a list', async () => {
    const { replica, clock, library } = await startSite({
      answer: (_, path) =>
        path.includes('wp-json')
          ? {
              status: 200,
              body: JSON.stringify([
                {
                  link: 'https://evil.example/reports/2024-country-reports-on-human-rights-practices/velmora',
                },
                { link: 'http://127.0.0.1/reports/2024-country-reports-on-human-rights-practices/velmora' },
              ]),
            }
          : null,
    });
    expect((await fetchFrom(replica, clock, library, ONE)).summary.saved).toEqual({ added: 1 });
  });

  test('by an endless answer, an endless header or an unending redirect', async () => {
    const { replica, clock, library } = await startSite({
      answer: (_, path) => {
        if (path.includes('velmora')) return { status: 200, body: Buffer.alloc(21 * 1024 * 1024, 'x') };
        if (path.includes('quendary')) return { status: 200, headers: { 'x-long': 'y'.repeat(100_000) } };
        return path.includes('santorlo') ? { status: 302, headers: { location: `${path}/x` } } : null;
      },
    });
    const { summary } = await fetchFrom(replica, clock, library, { editions: ['2024'] });
    expect(summary.saved).toEqual({});
    expect(summary.missing).toHaveLength(3);
  });
});
