const QUESTIONS = [
  ['years', 'a year'],
  ['sections', 'a section'],
  ['areas', 'a country or area'],
] as const;

/** Long enough that who ticks several boxes in a row asks once. */
const PAUSE = 300;

/** Keeps the count beside the steps true to what is ticked, and the page’s own address too. */
export function keepCount(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('#count');
  if (line === null) return;
  form.querySelector<HTMLElement>('#count-button')?.setAttribute('hidden', '');
  // On a phone the panel stands far below the steps: a line at the foot of the screen says the same.
  const again = form.querySelector<HTMLElement>('#count-again');
  form.querySelector<HTMLElement>('#tally-jump')?.removeAttribute('hidden');
  const say = (text: string): void => {
    line.textContent = text;
    if (again !== null) again.textContent = text;
  };
  let waiting = 0;
  let asking: AbortController | null = null;
  let last: string | null = null;
  form.addEventListener('choices', () => {
    const query = readQuery(form);
    if (query.toString() === last) return;
    if (last !== null && location.pathname === '/') history.replaceState(null, '', addressOf(query));
    last = query.toString();
    clearTimeout(waiting);
    asking?.abort();
    const missing = QUESTIONS.filter(([name]) => !query.has(name)).map(([, what]) => what);
    if (missing.length > 0) {
      say(`Choose ${listWords(missing)}.`);
      return;
    }
    waiting = window.setTimeout(() => {
      asking = new AbortController();
      void ask(query, asking.signal).then((text) => {
        if (text !== null) say(text);
      });
    }, PAUSE);
  });
}

async function ask(query: URLSearchParams, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`/report/count.json?${query}`, { signal });
    const answer: { text?: string; errors?: string[]; detail?: string } = await response.json();
    return answer.text ?? answer.errors?.join(' ') ?? answer.detail ?? null;
  } catch {
    return signal.aborted ? null : 'The count cannot be had just now.';
  }
}

/** `years=2021,2022&sections=all&areas=mli`: few commas instead of many parameters. */
function readQuery(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  const data = new FormData(form);
  for (const [name] of QUESTIONS) {
    const values = data.getAll(name).map(String);
    if (values.length > 0) query.set(name, values.join(','));
  }
  const order = String(data.get('order') ?? 'area');
  if (order !== 'area') query.set('order', order);
  return query;
}

function addressOf(query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
  return text === '' ? '/' : `/?${text}`;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
