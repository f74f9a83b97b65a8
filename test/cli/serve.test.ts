import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PROJECT, runProgram, startProgram } from './built-program.ts';
import { run, start } from './captured-run.ts';
import { makeFolder, SAMPLE } from './sample-folder.ts';

const ADDRESS = /^Variorum is at (http:\/\/localhost:(\d+)) \((.*); stop with Ctrl-C\)\n/;

/** A port, free or taken by this test. */
async function takePort(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, port: address.port };
}

async function findFreePort(): Promise<number> {
  const { server, port } = await takePort();
  server.close();
  await once(server, 'close');
  return port;
}

/** Page of an address, by a connection that is not kept. */
async function getPage(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { connection: 'close' } });
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('a served library', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints its address, answers there, and stops cleanly on %s',
    async (signal) => {
      const library = join(makeFolder(), 'library');
      const program = startProgram(['serve', '--port', '0', '--library', library]);
      const [, address = ''] = await program.waitFor(ADDRESS);
      expect(await getPage(address)).toContain('Velmora');
      program.process.kill(signal);
      expect(await program.ended).toMatchObject({ exitCode: 0, signal: null });
      expect(readdirSync(library).sort()).toEqual(['import.lock', 'library.sqlite']);
    },
  );

  test('loads the sample while it is empty, and says so; the next start does not', async () => {
    const library = join(makeFolder(), 'library');
    for (const expected of [
      [
        'The library is empty: loading the invented sample editions. “variorum import PATH” brings in real pages.',
      ],
      [],
    ]) {
      const server = start('serve', '--port', '0', '--library', library);
      expect(await server.firstOutput).toMatch(/\(9 invented sample reports; /);
      server.stop();
      expect(await server.ended).toMatchObject({ exitCode: 0, said: expected });
    }
  });

  test('says in one line what to do when the port is taken', async () => {
    const { port } = await takePort();
    const library = join(makeFolder(), 'library');
    await run('import', SAMPLE, '--library', library, '--workers', '0');
    const { exitCode, out, said } = await run('serve', '--port', String(port), '--library', library);
    expect([exitCode, out]).toEqual([5, '']);
    expect(said).toEqual([
      `Port ${port} is taken by another program: stop that one, or choose another port, for example with --port ${port + 1}.`,
    ]);
  });

  test('says so when the address is none of this machine', async () => {
    const library = join(makeFolder(), 'library');
    const { exitCode, said } = await run(
      'serve',
      '--port',
      '0',
      '--host',
      '203.0.113.9',
      '--library',
      library,
    );
    expect([exitCode, said.at(-1)]).toEqual([2, '“203.0.113.9” is not an address of this machine.']);
  });
});

describe('npm start', () => {
  const instead = [process.execPath, join(PROJECT, 'scripts', 'start.mjs')];

  test('takes port and library from the environment', async () => {
    const port = await findFreePort();
    const library = join(makeFolder(), 'from-environment');
    const program = startProgram([], {
      instead,
      environment: { PORT: String(port), VARIORUM_LIBRARY: library },
    });
    const [, address = '', printed] = await program.waitFor(ADDRESS);
    expect(printed).toBe(String(port));
    expect(await getPage(address)).toContain('Velmora');
    expect(readdirSync(library)).toContain('library.sqlite');
    program.process.kill('SIGTERM');
    expect((await program.ended).exitCode).toBe(0);
  });

  test('lets a flag stand before the environment', async () => {
    const port = await findFreePort();
    const folder = makeFolder();
    const library = join(folder, 'from-flag');
    const program = startProgram(['--port', String(port), '--library', library], {
      instead,
      environment: { PORT: '1', VARIORUM_LIBRARY: join(folder, 'from-environment') },
    });
    expect((await program.waitFor(ADDRESS))[2]).toBe(String(port));
    program.process.kill('SIGINT');
    expect((await program.ended).exitCode).toBe(0);
    expect(readdirSync(folder)).toEqual(['from-flag']);
  });

  // npm hands a signal to the shell that it started, and to nobody behind it.
  test.each(['SIGINT', 'SIGTERM'] as const)('stops cleanly when npm is sent %s', async (signal) => {
    const library = join(makeFolder(), 'library');
    const typed = ['--port', '0', '--library', library];
    const program = startProgram(typed, { instead: ['npm', 'start', '--'] });
    await program.waitFor(/Variorum is at .*\n/);
    program.process.kill(signal);
    expect((await program.ended).exitCode).toBe(0);
    expect(readdirSync(library).sort()).toEqual(['import.lock', 'library.sqlite']);
  });

  test('ends with the program’s own exit code', async () => {
    const { exitCode, said } = await runProgram(['--port', 'many'], { instead });
    expect(exitCode).toBe(2);
    expect(said).toContain('--port: “many” is not a whole number from 0 to 65535.');
  });
});
