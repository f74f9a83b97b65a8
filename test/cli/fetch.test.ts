import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFetchCommand } from '../../src/cli/fetch.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { StopSignal } from '../../src/cli/stop-signal.ts';
import { openPublisherPages } from '../fetch/publisher-pages.ts';
import { startSite } from '../fetch/start-site.ts';
import { run } from './captured-run.ts';
import { makeFolder, samplePage } from './sample-folder.ts';

type Site = Awaited<ReturnType<typeof startSite>>;

/** Types a fetch against a replica. @param stopAfter requests after which Ctrl-C is pressed */
async function type(
  { replica, clock }: Site,
  typed: readonly string[],
  stopAfter = Number.POSITIVE_INFINITY,
): Promise<{ exitCode: number; out: string; said: readonly string[]; agents: readonly unknown[] }> {
  let out = '';
  const said: string[] = [];
  let exitCode: number | null = null;
  let request: () => void = () => {};
  const stop: StopSignal = {
    get exitCode() {
      return exitCode;
    },
    requested: new Promise((resolve) => {
      request = resolve;
    }),
  };
  const command = createFetchCommand(({ version, contact, signal }) => ({
    network: replica.network,
    clock,
    random: () => 0.5,
    userAgent: `Variorum/${version} (${contact})`,
    signal,
    wrapGet: (get) => {
      const watched = clock.watch(get);
      return (url, options) => {
        if (replica.log.length >= stopAfter) {
          exitCode = 130;
          request();
        }
        return watched(url, options);
      };
    },
  }));
  const terminal = {
    write(text: string | Uint8Array) {
      out += String(text);
      return Promise.resolve();
    },
    say(line: string) {
      said.push(line);
    },
    screen: null,
    now: () => 0,
  };
  const code = await runCommand(['fetch', ...typed], [command], { terminal, listenForStop: () => stop });
  return { exitCode: code, out, said, agents: replica.log.map(({ headers }) => headers['user-agent']) };
}

const INVENTED = ['--areas', 'velmora,quendary,santorlo'];
const CONTACT = ['--contact', 'me@example.org'];

test('variorum fetch brings an edition in and says what came, with the contact told to the host', async () => {
  const site = await startSite();
  const { exitCode, out, said, agents } = await type(site, [
    '--editions',
    '2023',
    ...INVENTED,
    ...CONTACT,
    '--library',
    site.library,
  ]);
  expect(out).toContain(
    '3 reports fetched and saved, 0 unchanged, 0 held already and not asked for, 0 not found',
  );
  expect(said).toContain('2023: the publisher’s list for programs names 3 areas.');
  expect(new Set(agents)).toEqual(new Set([expect.stringMatching(/^Variorum\/\d.*\(me@example\.org\)$/)]));
  expect(exitCode).toBe(0);
});

test('variorum fetch names what was not found, and ends with 3', async () => {
  const site = await startSite({
    pages: openPublisherPages(makeFolder({ '2023/velmora.html': samplePage('2023/velmora') })),
  });
  const { exitCode, out } = await type(site, [
    '--editions',
    '2023',
    ...INVENTED,
    ...CONTACT,
    '--library',
    site.library,
  ]);
  expect(exitCode).toBe(3);
  expect(out).toContain('Published, but no page was found at any address:\n  2023: Quendary, Sant’Orlo\n');
});

test('variorum fetch that meets a closed door says how to go on', async () => {
  const site = await startSite({ answer: () => ({ status: 403 }) });
  const { exitCode, out } = await type(site, [...INVENTED, ...CONTACT, '--library', site.library]);
  expect(exitCode).toBe(3);
  expect(out).toMatch(
    /www\.state\.gov refused 1\d times in a row, the last time because it does not let this program in \(403\)\. It is left alone\. To go on: .*--from wayback.*variorum import\./,
  );
  expect(out).toContain('Not had, and worth another try:\n  2022: ');
});

test('Ctrl-C stops a fetch with what came saved, and the same command goes on', async () => {
  const site = await startSite();
  const typed = [...INVENTED, ...CONTACT, '--library', site.library];
  const first = await type(site, typed, 7);
  expect(first.exitCode).toBe(130);
  expect(first.out).toMatch(/^Stopped\. \d reports? fetched and saved/);
  expect(first.out).toContain('The same command goes on from there.');
  const second = await type(site, [...typed, '--json']);
  expect(second.exitCode).toBe(0);
  expect(JSON.parse(second.out)).toMatchObject({ stopped: false, missing: [], library: { reports: 9 } });
});

test('variorum fetch --dry-run tells what would be asked and how, and asks nobody', async () => {
  const library = join(makeFolder(), 'library');
  const { exitCode, out } = await run('fetch', '--editions', '2021,2024', '--dry-run', '--library', library);
  expect(exitCode).toBe(0);
  expect(out).toContain('Hosts, in this order: www.state.gov, 2021-2025.state.gov\n');
  expect(out).toContain(
    'robots.txt first and obeyed; at most 3 requests at once; at least 1 s between two to one host',
  );
  expect(out).toContain('listed by https://www.state.gov/wp-json/wp/v2/state_report?search=2021');
  expect(out).toContain(
    'Afghanistan: https://www.state.gov/reports/2021-country-reports-on-human-rights-practices/afghanistan/, else https://2021-2025.state.gov/',
  );
  expect(out).toContain('Nothing was asked.');
  expect(existsSync(library)).toBe(false);
  const json = await run(
    'fetch',
    '--editions',
    '2021',
    '--max',
    '5',
    '--dry-run',
    '--json',
    '--library',
    library,
  );
  expect(JSON.parse(json.out)).toMatchObject({ pages: 5, pause: 1, atOnce: 3 });
});

test('variorum fetch without a contact asks nobody, and says why', async () => {
  const { exitCode, said } = await run(
    'fetch',
    '--editions',
    '2024',
    '--library',
    join(makeFolder(), 'library'),
  );
  expect(exitCode).toBe(2);
  expect(said.join('\n')).toContain('--contact me@example.org');
});

test.each([
  [['--contact', 'me'], 'is not an e-mail address or an address that begins with https://'],
  [['--contact', 'https://me:secret@example.org/'], 'is not an e-mail address'],
  [['--editions', '1999'], 'there is no edition 1999'],
  [['--areas', 'Atlantis'], 'Atlantis'],
  [['--max', 'all'], 'max: “all” is not a number of pages'],
  [
    ['--from', 'ftp://mirror.example.org/{year}/{slug}'],
    'is neither official nor wayback nor an address pattern',
  ],
  [['--from', 'https://mirror.example.org/{slug}'], 'does not say where the year goes'],
  [['--from', 'https://{slug}.example.org/{year}'], 'has a place to be filled in its host'],
  [['--from', 'https://me:hunter2@mirror.example.org/{year}/{slug}'], 'holds a name or a password'],
])('variorum fetch %j is refused in words', async (typed, words) => {
  const { exitCode, said } = await run(
    'fetch',
    '--dry-run',
    ...typed,
    '--library',
    join(makeFolder(), 'library'),
  );
  expect(exitCode).toBe(2);
  expect(said.join('\n')).toContain(words);
  expect(said.join('\n')).not.toContain('hunter2');
});
