import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../cli/built-program.ts';
import { makeFolder, samplePage } from '../cli/sample-folder.ts';
import { fetchFrom } from './fetch-from-replica.ts';
import { makeSelfSigned } from './self-signed.ts';
import { startSite } from './start-site.ts';

test('a host whose certificate nobody vouches for is told nothing, not even what is wanted', async () => {
  const asked: string[] = [];
  const server = createServer(makeSelfSigned('www.state.gov'), (request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { replica, clock, library } = await startSite();
  const { port } = server.address() as AddressInfo;
  const network = { ...replica.network, replica: { hosts: new Set(['www.state.gov']), port, secure: true } };
  const { summary } = await fetchFrom({ ...replica, network }, clock, library, { editions: ['2024'] });
  expect(summary.left).toEqual([
    'www.state.gov could not be asked for its robots.txt: the host’s certificate is not valid (DEPTH_ZERO_SELF_SIGNED_CERT)',
  ]);
  expect(asked).toEqual([]);
});

test('a host whose certificate is vouched for is asked, by its own name', async () => {
  const signed = makeSelfSigned('www.state.gov');
  const names: unknown[] = [];
  const server = createServer(signed, (request, response) => {
    const [, year, slug] = /\/(\d{4})-country[^/]*\/([\w-]+)/.exec(request.url ?? '') ?? [];
    if (slug === undefined) response.writeHead(404).end();
    else response.end(samplePage(`${year}/${slug}`));
  });
  server.on('secureConnection', ({ servername }) => names.push(servername));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const folder = makeFolder({ 'cert.pem': signed.cert });
  const { exitCode, out, said } = await runProgram([String(port), join(folder, 'library'), 'secure'], {
    instead: [process.execPath, SCRIPT],
    environment: { NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
  });
  expect(exitCode, said).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ saved: { added: 9 }, missing: [], left: [] });
  expect(new Set(names)).toEqual(new Set(['www.state.gov']));
});

const SCRIPT = fileURLToPath(new URL('./fetch-in-a-process.mjs', import.meta.url));
