import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const LARGE = 'years=2022-2024&sections=all&areas=all';
const decoder = new TextDecoder();

describe('a large report', () => {
  test('begins to arrive before it is even known what is in it', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { get } = makeSite({
      ...site.workbench,
      async buildPublication(selection) {
        await gate;
        return site.workbench.buildPublication(selection);
      },
    });
    const response = await get(`/report?${LARGE}`);
    const reader = response.body?.getReader();
    const first = decoder.decode((await reader?.read())?.value);
    expect(first).toContain('<h1>');
    expect(first).toContain('Edit this report');
    open();
    const second = decoder.decode((await reader?.read())?.value);
    expect(second).toContain('9 reports');
    await reader?.cancel();
  });

  test('is made no further than it is read, and no more once nobody reads', async () => {
    const counting = countExcerpts(site.workbench);
    const response = await makeSite(counting.workbench).get(`/report?${LARGE}`);
    const reader = response.body?.getReader();
    let text = '';
    while (!text.includes('<article')) text += decoder.decode((await reader?.read())?.value);
    await letOthersWork();
    expect(counting.made()).toBe(1);
    await reader?.read();
    await letOthersWork();
    expect(counting.made()).toBe(2);
    await reader?.cancel();
    await letOthersWork();
    expect(counting.made()).toBe(2);
  });

  test.each(['gzip', 'identity'])(
    'lets go of the library when its reader goes away (%s)',
    async (encoding) => {
      let reading = 0;
      const { get, faults } = makeSite({
        ...site.workbench,
        async buildPublication(selection) {
          const publication = await site.workbench.buildPublication(selection);
          return {
            ...publication,
            async *readExcerpts() {
              reading += 1;
              try {
                yield* publication.readExcerpts();
              } finally {
                reading -= 1;
              }
            },
          };
        },
      });
      const response = await get(`/report?${LARGE}`, { 'Accept-Encoding': encoding });
      const reader = response.body?.getReader();
      while (reading === 0) await reader?.read();
      await reader?.cancel();
      await letOthersWork();
      expect([reading, faults]).toEqual([0, []]);
    },
  );

  test('is whole at its end', async () => {
    const { text } = await site.read(`/report?${LARGE}`);
    expect(text.match(/<article /g)).toHaveLength(9);
    expect(text.trimEnd()).toMatch(/<\/html>$/);
    const chunked = await site.get(`/report?${LARGE}`);
    expect(chunked.headers.get('Content-Length')).toBeNull();
    await chunked.body?.cancel();
  });

  test('says where it breaks off, if something goes wrong on the way', async () => {
    let made = 0;
    const broken = makeSite({
      ...site.workbench,
      renderExcerptHtml(excerpt) {
        made += 1;
        if (made === 3) throw new Error('disk on fire');
        return site.workbench.renderExcerptHtml(excerpt);
      },
    });
    const { text } = await broken.read(`/report?${LARGE}`);
    expect(text.match(/<article /g)).toHaveLength(2);
    expect(text).toContain('This report breaks off here');
    expect(text).not.toContain('disk on fire');
    expect(broken.faults).toHaveLength(1);
  });
});

describe('a small report', () => {
  test('is whole before it is sent, so that it can be remembered', async () => {
    const counting = countExcerpts(site.workbench);
    const { get } = makeSite(counting.workbench);
    const address = '/report?years=2023&sections=all&areas=zza';
    const response = await get(address);
    expect(Number(response.headers.get('Content-Length'))).toBeGreaterThan(1000);
    await response.text();
    await (await get(address)).text();
    expect(counting.made()).toBe(1);
  });
});

describe.each(['txt', 'md', 'html', 'csv', 'json'])('a large file as %s', (format) => {
  test('comes in pieces', async () => {
    const response = await site.get(`/report.${format}?${LARGE}`);
    const reader = response.body?.getReader();
    let pieces = 0;
    let bytes = 0;
    for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
      pieces += 1;
      bytes += piece.value.byteLength;
    }
    expect(pieces).toBeGreaterThan(3);
    expect(bytes).toBeGreaterThan(30_000);
  });
});

/** Whatever could be made ahead has its chance. */
async function letOthersWork(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function countExcerpts(workbench: Workbench): { workbench: Workbench; made(): number } {
  let made = 0;
  return {
    workbench: {
      ...workbench,
      renderExcerptHtml(excerpt) {
        made += 1;
        return workbench.renderExcerptHtml(excerpt);
      },
    },
    made: () => made,
  };
}
