import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../src/server.ts';
import type { Workbench } from '../../src/workbench/workbench.ts';
import { makeSite, openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
beforeAll(async () => {
  site = await openSampleSite();
});
afterAll(async () => {
  await site.close();
  expect(site.faults).toEqual([]);
});

const ADDRESSES = ['/search.json?q=the', '/search.csv?q=the', '/search.md?q=the'];

describe.each(ADDRESSES)('all hits, %s', (address) => {
  test.each(['gzip', 'identity'])(
    'let go of the library when their reader goes away (%s)',
    async (encoding) => {
      const counting = countReaders(site.workbench, 40);
      const { get, faults } = makeSite(counting.workbench);
      const response = await get(address, { 'Accept-Encoding': encoding });
      const reader = response.body?.getReader();
      await reader?.read();
      expect(counting.reading()).toBe(1);
      await reader?.cancel();
      await letOthersWork();
      expect([counting.reading(), faults]).toEqual([0, []]);
    },
  );

  test('let go of it where only the head is asked for', async () => {
    const counting = countReaders(site.workbench, 40);
    const { app } = makeSite(counting.workbench);
    const response = await app.request(address, { method: 'HEAD' });
    expect(response.status).toBe(200);
    await letOthersWork();
    expect([counting.begun(), counting.reading()]).toEqual([1, 0]);
  });

  test('break off, rather than seem whole, if something goes wrong on the way', async () => {
    const broken = makeSite({
      ...site.workbench,
      async *renderHits(request, format, limit) {
        yield* countReaders(site.workbench, 40).workbench.renderHits(request, format, limit);
        throw new Error('disk on fire');
      },
    });
    const response = await broken.get(address);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });
});

test('a reader who takes nothing more does not hold the library for ever', async () => {
  const counting = countReaders(site.workbench, 2_000);
  const server = await startServer({
    workbench: counting.workbench,
    host: '127.0.0.1',
    port: 0,
    idleMs: 100,
    reportFault: (error) => expect.unreachable(String(error)),
  });
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  socket.write('GET /search.csv?q=the HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await expect.poll(() => counting.begun()).toBe(1);
  await expect.poll(() => counting.reading(), { timeout: 10_000 }).toBe(0);
  socket.destroy();
  await server.close();
});

/** Whatever could be made ahead has its chance. */
async function letOthersWork(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** The file of the samples' hits so many times over, and how many read them. */
function countReaders(
  workbench: Workbench,
  times: number,
): { workbench: Workbench; begun(): number; reading(): number } {
  let begun = 0;
  let reading = 0;
  return {
    workbench: {
      ...workbench,
      async *renderHits(request, format, limit) {
        begun += 1;
        reading += 1;
        try {
          for (let time = 0; time < times; time += 1) yield* workbench.renderHits(request, format, limit);
        } finally {
          reading -= 1;
        }
      },
    },
    begun: () => begun,
    reading: () => reading,
  };
}
