import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/web/app.tsx';
import { openSampleLibrary } from '../store/sample-library.ts';

let library: Awaited<ReturnType<typeof openSampleLibrary>>;
let app: ReturnType<typeof createApp>;
let report: string;
const faults: unknown[] = [];
beforeAll(async () => {
  library = await openSampleLibrary();
  app = createApp({ workbench: library.workbench, reportFault: (error) => faults.push(error) });
  report = await (await app.request('/report.html?years=2023&sections=executive-summary&areas=zza')).text();
});
afterAll(async () => {
  await library.remove();
  expect(faults).toEqual([]);
});

function send(content: string, name = 'report.html', path = '/verify') {
  const body = new FormData();
  body.set('file', new File([content], name));
  return app.request(path, { method: 'POST', body });
}

/** The report with one word of a passage made another. */
function forge(): string {
  const passages = report.match(/<p class="passage"[\s\S]*?<\/p>/g) ?? [];
  const passage = passages.find((one) => one.includes(' the '));
  if (passage === undefined) throw new Error('No passage has the word.');
  return report.replace(passage, passage.replace(/ the /, ' no '));
}

test('begins with a field for a file, works as a plain form, and says that nothing is kept', async () => {
  const page = await (await app.request('/verify')).text();
  expect(page).toContain(
    '<form class="quote-form" action="/verify" method="post" enctype="multipart/form-data">',
  );
  expect(page).toContain('type="file"');
  expect(page).toContain('and is not kept');
});

test('a report of ours stands, and the answer may not be kept on its way', async () => {
  const answer = await send(report);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const page = await answer.text();
  expect(page).toContain('Everything stands');
  expect(page).toContain('which is this one');
});

test('a changed word is shown beside the one that stands there', async () => {
  const page = await (await send(forge())).text();
  expect(page).toContain('What was found');
  expect(page).toMatch(/<del>no<\/del>/);
  expect(page).toMatch(/<ins>the<\/ins>/);
  const data = await (await send(forge(), 'report.html', '/verify.json')).json();
  expect(data).toMatchObject({ verified: false, counts: { differs: 1, missing: 0, unknown: 0 } });
});

test('a file’s name and words are no markup', async () => {
  const hostile = '<script>alert(1)</script>';
  const page = await (
    await send(report.replace('</p>', ` ${hostile.replaceAll('<', '&lt;')}</p>`), hostile)
  ).text();
  expect(page).not.toContain('<script>alert');
});

test.each([
  ['nothing', '', 'report.html', 400, 'No file was sent'],
  ['what is no document', '{"a":', 'a.json', 422, 'is no JSON'],
  ['a broken PDF', '%PDF-1.4', 'a.pdf', 422, 'The PDF is damaged'],
])('%s is told in plain words, beside the form', async (_, content, name, status, says) => {
  const answer = await send(content, name);
  expect(answer.status).toBe(status);
  const page = await answer.text();
  expect(page).toContain(says);
  expect(page).toContain('type="file"');
  const data = await send(content, name, '/verify.json');
  expect(data.status).toBe(status);
  expect(data.headers.get('Content-Type')).toContain('application/problem+json');
});

test('a file that is too large is not read', async () => {
  const answer = await send('x'.repeat(30_100_000), 'large.txt');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('too large to be verified here');
});

test('anything but a form is refused', async () => {
  const answer = await app.request('/verify', {
    method: 'POST',
    body: 'text=x',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('multipart/form-data');
  expect((await app.request('/verify.json')).status).toBe(400);
});
