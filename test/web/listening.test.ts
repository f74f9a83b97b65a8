import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.ts';
import { openSampleSite } from './sample-site.ts';

let site: Awaited<ReturnType<typeof openSampleSite>>;
let server: RunningServer;
const faults: unknown[] = [];
beforeAll(async () => {
  site = await openSampleSite();
  server = await startServer({
    workbench: site.workbench,
    host: '127.0.0.1',
    port: 0,
    reportFault: (error) => faults.push(error),
  });
});
afterAll(async () => {
  await server.close();
  await site.close();
  expect(faults).toEqual([]);
});

test('ten thousand areas in one address are refused in words', async () => {
  const areas = Array.from({ length: 10_000 }, (_, i) => `a${i}`).join(',');
  const response = await fetch(`${server.address}/report.json?years=2023&sections=all&areas=${areas}`);
  expect(response.status).toBe(400);
  expect((await response.json()).errors[0]).toContain('too many');
});

test('an address of a million characters is refused in words, and the next one is answered', async () => {
  const answer = await send(`GET /${'a'.repeat(1_000_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer).toContain('The address is too long.');
  const next = await fetch(server.address);
  expect(next.status).toBe(200);
  await next.text();
});

test('what is no request is refused in words', async () => {
  const answer = await send('Good morning\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('This is not a request that can be read.');
});

test('who goes away in the middle of a large report harms nobody', async () => {
  const leaving = new AbortController();
  const address = `${server.address}/report?years=2022-2024&sections=all&areas=all`;
  const response = await fetch(address, { signal: leaving.signal });
  await response.body?.getReader().read();
  leaving.abort();
  const again = await fetch(address);
  expect((await again.text()).match(/<article /g)).toHaveLength(9);
});

/** Sends bytes and gives what came back until the connection was closed. */
function send(request: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname, () => {
      socket.write(request);
    });
    socket.on('data', (piece) => {
      answer += piece;
    });
    // Who is refused half way may find the connection gone while still writing.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}
