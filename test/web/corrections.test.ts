import { describe, expect, test } from 'vitest';
import { GONE, makeEditions } from '../workbench/compare/small-editions.ts';
import { mainText, openSmallSite, type TestSite } from './sample-site.ts';

const PAGE = '/compare/vel/2021/2024';
const CORRECT = `${PAGE}/correct`;
const LIST = `${PAGE}/corrections`;
const AT = '2026-01-02T03:04:05.000Z';
const FROM_HERE = { 'Sec-Fetch-Site': 'same-origin' };

/** Where the passages of small-editions.ts stand. */
const GONE_AT = '1.c/jails:1';
const FRESH_AT = '3.b:2';

function openSite(from: 'local' | 'all' = 'local'): Promise<TestSite> {
  return openSmallSite(makeEditions(), { from, now: () => AT });
}

/** The hidden fields of the form that is posted, as they stand on the page. */
function hiddenFields(html: string): Record<string, string> {
  const form = /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}

/** The value of the choice beside which a text stands. */
function choiceOf(html: string, kind: 'pair' | 'part', fragment: string): string {
  const value = new RegExp(`value="(${kind}:${fragment.replaceAll('.', '\\.')}~[0-9a-f]{16})"`).exec(
    html,
  )?.[1];
  if (value === undefined) throw new Error(`The page has no choice to ${kind} with ${fragment}.`);
  return value;
}

async function post(
  site: TestSite,
  address: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = FROM_HERE,
): Promise<Response> {
  return site.app.request(address, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
}

/** Opens the form for the passage that is gone and pairs it with the new one, or what else is given. */
async function pairGone(site: TestSite, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { text } = await site.read(`${CORRECT}?left=${GONE_AT}&words=ombudsman`);
  const choice = choiceOf(text, 'pair', FRESH_AT);
  return post(site, CORRECT, { ...hiddenFields(text), choice, ...fields });
}

async function listStates(site: TestSite): Promise<string[]> {
  const { corrections } = JSON.parse((await site.read('/corrections.json')).text);
  return corrections.map(({ kind, by, state }: Record<string, string>) => `${kind} ${by} ${state}`);
}

describe('a pair can be corrected', () => {
  test('from the comparison, whose every change leads to its form', async () => {
    const site = await openSite();
    const { text } = await site.read(PAGE);
    expect(text).toContain(`href="${CORRECT}?left=${GONE_AT}"`);
    expect(text).toContain(`href="${CORRECT}?right=${FRESH_AT}"`);
    expect((await site.read(`${PAGE}?corrections=off`)).text).not.toContain('/correct?');
  });

  test('with a passage that is near, and the page leads back to the pair, marked as corrected', async () => {
    const site = await openSite();
    const saved = await pairGone(site, { by: 'Ada Quill', note: 'the same jail' });
    expect([saved.status, saved.headers.get('Location')]).toEqual([
      303,
      `${PAGE}?done=saved#from-${GONE_AT}`,
    ]);
    const { text } = await site.read(`${PAGE}?done=saved`);
    const page = mainText(text);
    expect(page).toContain('Your correction is saved.');
    expect(page).toContain('1 correction by readers is used.');
    expect(page).toContain(
      `Corrected by Ada Quill, 2026-01-02, 03:04 UTC: 2021/vel#${GONE_AT} and 2024/vel#${FRESH_AT} belong together. Automatically: not paired`,
    );
    expect(text).toContain(`href="${PAGE}?corrections=off"`);
    expect(mainText((await site.read(`${PAGE}?corrections=off`)).text)).toContain(
      '1 correction by readers is left out: this is the automatic result.',
    );
    expect(site.faults).toEqual([]);
  });

  test('by its address, by its words, and from the side of the newer report', async () => {
    const site = await openSite();
    const { text } = await site.read(`${CORRECT}?right=${FRESH_AT}&words=TARN+jail`);
    expect(mainText(text)).toContain('1 passage has all these words, listed below.');
    choiceOf(text, 'pair', GONE_AT);
    const saved = await post(site, CORRECT, {
      ...hiddenFields(text),
      choice: 'other',
      other: `2021/vel#${GONE_AT}`,
    });
    expect(saved.headers.get('Location')).toBe(`${PAGE}?done=saved#from-${GONE_AT}`);
    expect(await listStates(site)).toEqual(['pair anonymous applies']);
  });

  test('but not with the passage that another report has at that place', async () => {
    const site = await openSite();
    const { text } = await site.read(`${CORRECT}?left=${GONE_AT}`);
    const correct = (other: string) => post(site, CORRECT, { ...hiddenFields(text), choice: 'other', other });
    for (const report of ['2024/osi', '2021/vel', '2024/vel@000000000000', 'vel']) {
      const refused = await correct(`${report}#${FRESH_AT}`);
      expect(refused.status).toBe(400);
      expect(mainText(await refused.text())).toContain(
        `the 2024 report has no passage ${report}#${FRESH_AT}; write the address of a passage of the 2024 report`,
      );
    }
    expect(await listStates(site)).toEqual([]);
    expect((await correct(`http://localhost/2024/vel#${FRESH_AT}`)).status).toBe(303);
  });

  test('by parting it from its partner', async () => {
    const site = await openSite();
    const { text } = await site.read(`${CORRECT}?left=1.c:1`);
    const saved = await post(site, CORRECT, {
      ...hiddenFields(text),
      choice: choiceOf(text, 'part', '3:1'),
    });
    expect(saved.headers.get('Location')).toBe(`${PAGE}?done=saved#from-1.c:1`);
    expect(mainText((await site.read(PAGE)).text)).toContain('Removed; corrected by a reader');
  });

  test('by pairing it anew and parting it from its partner in one step', async () => {
    const site = await openSite();
    const { text } = await site.read(`${CORRECT}?left=1.c:1`);
    await post(site, CORRECT, { ...hiddenFields(text), choice: 'other', other: FRESH_AT, also: 'part' });
    expect(await listStates(site)).toEqual(['pair anonymous applies', 'part anonymous applies']);
  });

  test('and many comparisons say how many corrections are in their numbers', async () => {
    const site = await openSite();
    const said = '1 correction by readers stands on these reports; the numbers follow it.';
    const addresses = ['/compare/all/2021/2024', '/compare/vel', '/compare/vel.md', '/compare/vel.json'];
    for (const address of addresses) expect((await site.read(address)).text).not.toContain('by readers');
    await pairGone(site);
    for (const address of addresses) expect((await site.read(address)).text).toContain(said);
  });

  test('once, however often the form is sent', async () => {
    const site = await openSite();
    await pairGone(site);
    const { text } = await site.read(`${CORRECT}?left=${GONE_AT}`);
    const again = await post(site, CORRECT, { ...hiddenFields(text), choice: 'other', other: FRESH_AT });
    expect(again.headers.get('Location')).toBe(`${PAGE}?done=known#from-${GONE_AT}`);
    expect(await listStates(site)).toEqual(['pair anonymous applies']);
  });

  test('and what a reader wrote is shown as it was written', async () => {
    const site = await openSite();
    await pairGone(site, { by: '<b>"Ada"</b>', note: '<script>alert(1)</script> & so on' });
    for (const address of [PAGE, LIST, '/corrections', `${CORRECT}?left=${GONE_AT}`, `${PAGE}.html`]) {
      const { text } = await site.read(address);
      expect(text).not.toMatch(/<b>"Ada|<script>alert/);
      expect(text).toMatch(/&lt;b&gt;/);
    }
  });
});

describe('the list', () => {
  test('shows who, when, what and why, and takes one back', async () => {
    const site = await openSite();
    await pairGone(site, { by: 'Ada Quill', note: 'the same jail' });
    const { text } = await site.read(LIST);
    expect(mainText(text)).toContain(
      `2021/vel#${GONE_AT} paired with 2024/vel#${FRESH_AT} By Ada Quill, 2026-01-02, 03:04 UTC; stands`,
    );
    const done = await post(site, '/corrections/withdraw', { ...hiddenFields(text), by: 'Bo Reed' });
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^${LIST}\\?done=withdrawn#correction-[0-9a-f]{12}$`)),
    ]);
    const after = mainText((await site.read(`${LIST}?done=withdrawn`)).text);
    expect(after).toContain('The correction is withdrawn; it stays in the list.');
    expect(after).toContain('Withdrawn by Bo Reed, 2026-01-02, 03:04 UTC');
    expect(mainText((await site.read(PAGE)).text)).toContain(GONE);
    expect((await site.read(PAGE)).text).not.toContain('class="correction"');
  });

  test.each(['json', 'csv', 'md'])('is to be had as %s, of two editions and of all', async (ending) => {
    const site = await openSite();
    await pairGone(site, { by: 'Ada Quill' });
    for (const address of [`${LIST}.${ending}`, `/corrections.${ending}`]) {
      const { status, text } = await site.read(address);
      expect([status, text.includes('Ada Quill')]).toEqual([200, true]);
    }
  });

  test('of other editions does not have it', async () => {
    const site = await openSite();
    await pairGone(site, { by: 'Ada Quill' });
    expect((await site.read('/compare/vel/2019/2024/corrections')).text).not.toContain('Ada Quill');
  });

  test('leads from another name of the area to its own address', async () => {
    const site = await openSite();
    const moved = await site.get('/compare/velmora/2024/2021/corrections.json');
    expect([moved.status, moved.headers.get('Location')]).toEqual([301, `${LIST}.json`]);
  });
});

describe('nothing is saved', () => {
  const expectRefused = async (site: TestSite, sent: Response, status: number, says: string | RegExp) => {
    expect(sent.status).toBe(status);
    expect(mainText(await sent.text())).toMatch(says);
    expect(await listStates(site)).toEqual([]);
    expect(site.faults).toEqual([]);
  };

  test.each([
    ['a foreign site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['a foreign origin', { Origin: 'http://evil.example' }],
    ['an origin that is kept secret', { Origin: 'null' }],
    ['nobody says where', {}],
  ])('from %s', async (_, headers) => {
    const site = await openSite();
    const { text } = await site.read(`${CORRECT}?left=${GONE_AT}`);
    const fields = { ...hiddenFields(text), choice: 'other', other: FRESH_AT };
    await expectRefused(site, await post(site, CORRECT, fields, headers), 400, /sent from another site/);
  });

  test('but from this origin, where the browser says no more', async () => {
    const site = await openSite();
    const { text } = await site.read(`${CORRECT}?left=${GONE_AT}`);
    const fields = { ...hiddenFields(text), choice: 'other', other: FRESH_AT };
    const sent = await post(site, CORRECT, fields, { Origin: 'http://localhost' });
    expect(sent.status).toBe(303);
  });

  test.each([
    ['without a token', ''],
    ['with one of another server', 'c29tZXRoaW5nIGVsc2U'],
  ])('%s, and what was written is kept in the form', async (_, token) => {
    const site = await openSite();
    const sent = await pairGone(site, { token, by: 'Ada Quill', note: 'the same jail' });
    expect(sent.status).toBe(409);
    const text = await sent.text();
    expect(mainText(text)).toContain('The form is out of date');
    expect(text).toMatch(/value="Ada Quill"[\s\S]*the same jail/);
    expect(text).toMatch(/value="pair:3\.b:2~[0-9a-f]{16}" checked/);
    expect(await listStates(site)).toEqual([]);
  });

  test('with a token for another address', async () => {
    const site = await openSite();
    const { token = '' } = hiddenFields(
      (await site.read(`/compare/vel/2021/2023/correct?left=${GONE_AT}`)).text,
    );
    await expectRefused(site, await pairGone(site, { token }), 409, /out of date/);
  });

  test.each([
    [{ choice: '' }, /nothing is chosen/],
    [{ choice: 'pair:9:9~0123456789abcdef' }, /the 2024 report has no passage 9:9/],
    [{ choice: 'other' }, /no address is given/],
    [{ choice: 'other', other: '<b>x</b>' }, /has no passage <b>x<\/b>/],
    [{ note: 'n'.repeat(10_000) }, /10,000 characters; write at most 500/],
    [{ by: 'n'.repeat(81) }, /81 characters; write at most 80/],
  ])('of %j', async (fields, says) => {
    const site = await openSite();
    await expectRefused(site, await pairGone(site, fields as Record<string, string>), 400, says);
  });

  test('of a text that has changed meanwhile', async () => {
    const site = await openSite();
    await expectRefused(
      site,
      await pairGone(site, { digest: '0123456789abcdef' }),
      409,
      /Another text stands at 2021\/vel@[0-9a-f]{12}#1\.c\/jails:1 now/,
    );
  });

  test('of what is far too long, or no form', async () => {
    const site = await openSite();
    await expectRefused(site, await pairGone(site, { note: 'n'.repeat(30_000) }), 400, /More was sent/);
    const { text } = await site.read(`${CORRECT}?left=${GONE_AT}`);
    const sent = await post(site, CORRECT, hiddenFields(text), {
      ...FROM_HERE,
      'Content-Type': 'application/json',
    });
    await expectRefused(site, sent, 400, /cannot be read/);
  });

  test('that says the opposite of what stands: who said it is named', async () => {
    const site = await openSite();
    await pairGone(site, { by: 'Ada Quill' });
    const { text } = await site.read(`${CORRECT}?left=${GONE_AT}`);
    const sent = await post(site, CORRECT, {
      ...hiddenFields(text),
      choice: choiceOf(text, 'part', FRESH_AT),
    });
    expect(sent.status).toBe(409);
    expect(mainText(await sent.text())).toMatch(
      /contradicts correction [0-9a-f]{12}, by which Ada Quill paired/,
    );
    expect(await listStates(site)).toEqual(['pair Ada Quill applies']);
  });

  test('of a correction that is not there, withdrawn', async () => {
    const site = await openSite();
    await pairGone(site);
    const fields = { ...hiddenFields((await site.read('/corrections')).text), id: '"><b>' };
    const sent = await post(site, '/corrections/withdraw', fields);
    expect(sent.status).toBe(404);
    expect(await sent.text()).not.toContain('"><b>');
  });
});

describe('a site that is only read', () => {
  const closed: readonly (readonly [string, () => Promise<TestSite>, Record<string, string>, string])[] = [
    ['is one that allows nobody', () => openSmallSite(makeEditions()), {}, ''],
    ['is one asked by another name', () => openSite(), {}, 'http://reports.example'],
    ['is one that stands behind another server', () => openSite(), { 'X-Forwarded-For': '192.0.2.1' }, ''],
  ];
  test.each(closed)('%s: it shows no form, tells the command line, and saves nothing', async (...given) => {
    const [, open, headers, host] = given;
    const site = await open();
    const { status, text } = await site.read(`${host}${CORRECT}?left=1.c:1`, headers);
    expect(status).toBe(200);
    expect(text).not.toContain('method="post"');
    expect(mainText(text)).toContain(
      "variorum correct part '2021/vel#1.c:1' '2024/vel#3:1' --by 'YOUR NAME'",
    );
    const sent = await post(
      site,
      `${host}${CORRECT}`,
      { left: GONE_AT, choice: 'other', other: FRESH_AT },
      { ...FROM_HERE, ...headers },
    );
    expect(sent.status).toBe(409);
    expect(await listStates(site)).toEqual([]);
    expect((await site.read(`${host}/corrections`, headers)).text).not.toContain('method="post"');
  });

  test('is none where everybody may correct', async () => {
    const site = await openSite('all');
    expect((await site.read(`http://reports.example${CORRECT}?left=1.c:1`)).text).toContain('method="post"');
  });
});

test('what is not there cannot be corrected', async () => {
  const site = await openSite();
  for (const query of ['', '?left=9:9', '?left=%3Cb%3E', `?right=${GONE_AT}`]) {
    const { status, text } = await site.read(CORRECT + query);
    expect([status, text.includes('<b>')]).toEqual([404, false]);
  }
  expect((await site.read('/compare/vel/2021/2024?corrections=maybe')).status).toBe(400);
});

test('another name of the area leads to the form at its own address', async () => {
  const site = await openSite();
  const moved = await site.get(`/compare/velmora/2021/2024/correct?left=${GONE_AT}`);
  expect([moved.status, moved.headers.get('Location')]).toEqual([301, `${CORRECT}?left=${GONE_AT}`]);
});

test('the form may say where it stood, and is never kept', async () => {
  const site = await openSite();
  const { headers } = await site.get(`${CORRECT}?left=${GONE_AT}`);
  expect([headers.get('Referrer-Policy'), headers.get('Cache-Control')]).toEqual(['same-origin', 'no-store']);
});
