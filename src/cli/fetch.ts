import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import type { FetchEvent, FetchSummary } from '../workbench/fetch/fetch-desk.ts';
import { type FetchWorld, openFetchWorld } from '../workbench/fetch/open-fetch-world.ts';
import type { FetchPlan } from '../workbench/fetch/plan-fetch.ts';
import { planWithoutLibrary } from '../workbench/fetch/plan-without-library.ts';
import type { FetchParameters } from '../workbench/fetch/read-fetch-request.ts';
import {
  type Command,
  type CommandInput,
  type CommandWorld,
  JSON_OPTION,
  lastValues,
  settingOption,
} from './command.ts';
import { describeFetch, describeFetchPlan, describeMissing } from './describe-fetch.ts';
import { describeTimeLeft } from './describe-time-left.ts';
import { startProgress } from './progress.ts';
import { readVersion } from './read-version.ts';
import { countOf } from './text-table.ts';
import { withWorkbench } from './with-workbench.ts';

/** Exit code of a fetch after which something that was asked for is missing: the kind `not-found`. */
const MISSING = 3;

/** Reports not found that are told of one by one. */
const SAID = 20;

export const fetchCommand: Command = createFetchCommand(openFetchWorld);

/** @param openWorld for tests, which have a network of their own */
export function createFetchCommand(openWorld: typeof openFetchWorld): Command {
  return {
    name: 'fetch',
    summary: 'brings reports in from the publisher or the web archive, slowly and politely',
    operands: null,
    options: [
      { name: 'editions', value: 'LIST', meaning: 'editions such as 2021 or 2016-2024; without it, all' },
      {
        name: 'areas',
        value: 'LIST',
        meaning: 'names, old names, codes, slugs, regions or all; without it, all',
      },
      {
        name: 'from',
        value: 'SOURCE',
        meaning:
          'official, as without it; wayback, the newest capture in the web archive; or the addresses of a mirror: https://mirror.example.org/{year}/{slug}.html',
      },
      { name: 'dry-run', value: null, meaning: 'say what would be asked and how, and ask nobody anything' },
      { name: 'max', value: 'N', meaning: 'fetch at most so many reports' },
      {
        name: 'again',
        value: null,
        meaning: 'ask also for what is held; text that changed is kept beside the older one',
      },
      settingOption('contact'),
      settingOption('library'),
      JSON_OPTION,
    ],
    about: [
      'An edition is listed by the publisher’s list for programs, else by its index page, else by the addresses that are known; a report is looked for on the publisher’s site and then in its archives. Each page is saved as soon as it came. What is held already is not asked for, so the same command goes on where it was stopped.',
      'At most three requests are under way at once, with a pause between any two to one host; robots.txt is obeyed, and so is every wish to wait. Whoever is asked is told the name of this program and your contact. A host that refuses ten times in a row is left alone.',
      'What was asked for and is not found is named at the end; the exit code is then 3.',
    ],
    examples: [
      ['variorum fetch --dry-run', 'what all editions would come to'],
      ['variorum fetch --editions 2024 --contact me@example.org', 'one edition'],
      [
        'variorum fetch --editions 2020 --areas africa --from wayback --contact me@example.org',
        'a region, as the web archive has it',
      ],
    ],
    run: (input, world) => (input.flags.has('dry-run') ? plan(input, world) : fetch(input, world, openWorld)),
  };
}

async function plan(input: CommandInput, { terminal }: CommandWorld): Promise<number> {
  const { library, contact } = readSettings(['library', 'contact'], lastValues(input));
  const made = await makePlan(library, readParameters(input));
  await terminal.write(
    input.flags.has('json') ? `${JSON.stringify(made, null, 2)}\n` : describeFetchPlan(made, contact),
  );
  return 0;
}

/** Nothing is written: where there is no library yet, nothing is held. */
async function makePlan(library: string, parameters: FetchParameters): Promise<FetchPlan> {
  try {
    return await withWorkbench({ library, readonly: true }, ({ fetching }) =>
      fetching.plan(fetching.readRequest(parameters)),
    );
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return planWithoutLibrary(parameters);
    throw error;
  }
}

async function fetch(
  input: CommandInput,
  world: CommandWorld,
  openWorld: typeof openFetchWorld,
): Promise<number> {
  const { library, contact } = readSettings(['library', 'contact'], lastValues(input));
  if (contact === '') {
    throw new Problem('invalid-input', 'Whoever is asked for reports should be able to reach you.', [
      'Give an e-mail address or a page of yours: --contact me@example.org, or VARIORUM_CONTACT. It is sent with every request.',
      'variorum fetch --dry-run shows what would be asked, without asking.',
    ]);
  }
  const stop = world.listenForStop();
  const controller = new AbortController();
  void stop.requested.then(() => controller.abort());
  return withWorkbench({ library, readonly: false }, async (workbench) => {
    const request = workbench.fetching.readRequest(readParameters(input));
    const internet = openWorld({
      version: readVersion(),
      contact,
      now: () => Date.now(),
      signal: controller.signal,
    });
    const summary = await followFetch(workbench.fetching.fetch(request, internet), world, internet);
    await world.terminal.write(
      input.flags.has('json')
        ? `${JSON.stringify({ ...summary, library: await workbench.getStamp() }, null, 2)}\n`
        : describeFetch(summary, await workbench.getStamp()),
    );
    if (stop.exitCode !== null) return stop.exitCode;
    return summary.missing.length > 0 ? MISSING : 0;
  });
}

function readParameters(input: CommandInput): FetchParameters {
  return {
    editions: input.values.get('editions') ?? [],
    areas: input.values.get('areas') ?? [],
    from: input.values.get('from')?.at(-1) ?? 'official',
    max: input.values.get('max')?.at(-1) ?? null,
    again: input.flags.has('again'),
  };
}

async function followFetch(
  events: AsyncIterable<FetchEvent>,
  { terminal }: CommandWorld,
  { clock }: FetchWorld,
): Promise<FetchSummary> {
  let progress = startProgress(terminal, 'Reports', null);
  let total = 0;
  let missing = 0;
  const begun = clock.now();
  try {
    for await (const event of events) {
      switch (event.kind) {
        case 'started':
          total = event.total;
          if (event.held > 0)
            progress.say(`${countOf(event.held, 'report')} held already and not asked for.`);
          progress = startProgress(terminal, 'Reports', event.total);
          break;
        case 'notice':
          progress.say(event.message);
          break;
        case 'summary':
          return event.summary;
        case 'missing':
          missing += 1;
          if (missing <= SAID) progress.say(describeMissing(event.missing));
          if (missing === SAID) progress.say('What else is not found is named at the end.');
          progress.update(event.done, describeTimeLeft(event.done, total, clock.now() - begun));
          break;
        default:
          progress.update(event.done, describeTimeLeft(event.done, total, clock.now() - begun));
      }
    }
  } finally {
    progress.stop();
  }
  throw new Error('The fetch ended without a summary.');
}
