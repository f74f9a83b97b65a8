import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/web/app.tsx';
import { openSampleLibrary } from '../store/sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
let app: ReturnType<typeof createApp>;
const faults: unknown[] = [];
beforeAll(async () => {
  library = await openSampleLibrary();
  app = createApp({ workbench: library.workbench, reportFault: (error) => faults.push(error) });
});
afterAll(async () => {
  await library.remove();
  expect(faults).toEqual([]);
});

const SENTENCE = 'The Basic Law protected speech, and the state left it alone for most of the year.';

const post = (text: string, path = '/quote', headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body: new URLSearchParams({ text }), headers });

describe('the quote check', () => {
  test('begins with a box, and says that nothing is kept', async () => {
    const answer = await app.request('/quote');
    const page = await answer.text();
    expect(page).toContain('<form class="quote-form" action="/quote" method="post">');
    expect(page).toContain('and is not kept');
  });

  test('says of each sentence where it stands, and may not be kept on its way', async () => {
    const answer = await post(
      `We say “${SENTENCE}” and “Nobody painted the quiet boat in the bay that summer.”`,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const page = await answer.text();
    expect(page).toContain('<b>1</b> word for word');
    expect(page).toContain('<b>1</b> not found here');
    expect(page).toMatch(/href="\/2024\/zza\?q=[^"]+#[a-z0-9./-]+:\d+"/);
    expect(page).toMatch(/library version <code>[0-9a-f]{12}<\/code>/);
  });

  test('never calls a sentence false, and says that absence proves nothing', async () => {
    const page = await (await post('Nobody painted the quiet boat in the bay that summer.')).text();
    expect(page).toContain('Not found here');
    expect(page).toContain('Absence of reporting is not evidence of absence.');
    expect(page).not.toMatch(/\bfalse\b.*sentence|wrong/i);
  });

  test('marks the words that differ, on both sides', async () => {
    const page = await (await post(SENTENCE.replace('protected', 'guarded'))).text();
    expect(page).toContain('<del>guarded</del>');
    expect(page).toContain('<ins>protected</ins>');
  });

  test('keeps the box filled, and what was pasted is no markup', async () => {
    const page = await (await post('</textarea><script>alert("one two three four five")</script>')).text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  });

  test('one sentence may stand in an address', async () => {
    const answer = await app.request(`/quote?text=${encodeURIComponent(SENTENCE)}`);
    expect(await answer.text()).toContain('Word for word');
    const long = await app.request(`/quote?text=${'word+'.repeat(500)}`);
    expect(long.status).toBe(400);
  });

  test('is a table and Markdown too: a row for each passage in which a sentence stands, one for what stands nowhere', async () => {
    const text = `${SENTENCE} Nobody painted the quiet boat in the bay that summer.`;
    const table = await post(text, '/quote.csv');
    expect([table.status, table.headers.get('Content-Type'), table.headers.get('Cache-Control')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      'no-store',
    ]);
    const [head, first, later, second, ...more] = (await table.text()).trimEnd().split('\r\n');
    expect(head).toMatch(/^sentence,text,quoted,verdict,score,places,edition,.*,library$/);
    expect(first).toMatch(
      /^1,".*",no,verbatim,,2,2023,zza,Velmora,.*,2023\/zza#[^,]+,[0-9a-f]{12},[0-9a-f]{12}$/,
    );
    expect(later).toMatch(/^1,.*,no,verbatim,,2,2024,zza,/);
    expect(second).toMatch(/^2,Nobody .*,no,not-found,,0,,,,,,,,[0-9a-f]{12}$/);
    expect(more).toEqual([]);
    const written = await post(text, '/quote.md');
    expect(await written.text()).toMatch(/^# Quotations checked\n/);
  });

  test('answers programs in JSON, by ending or by the header', async () => {
    const byEnding = await post(SENTENCE, '/quote.json');
    const byHeader = await post(SENTENCE, '/quote', { Accept: 'application/json' });
    const bySent = await app.request('/quote.json', {
      method: 'POST',
      body: JSON.stringify({ text: SENTENCE }),
      headers: { 'Content-Type': 'application/json' },
    });
    const data = await byEnding.json();
    expect(data).toMatchObject({
      counts: { verbatim: 1 },
      sentences: [{ verdict: 'verbatim', quoted: false, editions: [2023, 2024], nearest: null }],
    });
    expect(await byHeader.json()).toEqual(data);
    expect(await bySent.json()).toEqual(data);
  });

  test.each([
    ['nothing', () => post(''), 'There is nothing to check'],
    ['too much', () => post('word '.repeat(10_001)), '50,005 characters'],
    [
      'a body larger than any text',
      () => post('ä'.repeat(100_000), '/quote.json'),
      'the body of the request is larger',
    ],
    [
      'something else than text',
      () =>
        app.request('/quote', { method: 'POST', body: 'x', headers: { 'Content-Type': 'application/pdf' } }),
      'cannot be read',
    ],
    [
      'JSON without a text',
      () =>
        app.request('/quote.json', {
          method: 'POST',
          body: '{"words": 1}',
          headers: { 'Content-Type': 'application/json' },
        }),
      'cannot be read',
    ],
  ])('refuses %s in words', async (_, send, expected) => {
    const answer = await send();
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(expected);
  });

  test('text of 50,000 characters with line ends as browsers send them is not too long', async () => {
    const lines = `${'x'.repeat(999)}\r\n`.repeat(50);
    expect((await post(lines)).status).toBe(200);
  });
});
