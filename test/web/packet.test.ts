import { describe, expect, test } from 'vitest';
import { formatPacketFile, parsePacketFile } from '../../src/domain/packet-file.ts';
import { CHOSEN, makeEarlierVelmora, makeVelmora, OTHER } from '../workbench/packet/small-packet.ts';
import { mainText, openSmallSite, type TestSite } from './sample-site.ts';

const FROM_HERE = { 'Sec-Fetch-Site': 'same-origin' };
const LIST = '# Torture in custody\n2021/vel#1.c:1\n> <b>Mark</b> this';

function openSite(): Promise<TestSite> {
  return openSmallSite([makeEarlierVelmora(), makeVelmora(), makeVelmora(2024)]);
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

describe('the Packet page', () => {
  test('is a form that is posted, and says what leaves the machine', async () => {
    const site = await openSite();
    const { status, text } = await site.read('/packet');
    expect(status).toBe(200);
    expect(text).toContain('<form id="packet-request" class="packet-form" method="post" action="/packet"');
    expect(mainText(text)).toContain('Pins, issues and notes are kept in this browser');
    for (const name of ['court', 'alien', 'respondent', 'exhibit'])
      expect(text).not.toMatch(new RegExp(`name="[^"]*${name}`));
  });

  test('previews issues, texts, notes, sections, what was not chosen, and the pages of the file', async () => {
    const site = await openSite();
    const response = await post(site, '/packet', { list: LIST });
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const html = await response.text();
    expect(html).toContain('&lt;b&gt;Mark&lt;/b&gt; this');
    expect(html).not.toContain('<b>Mark');
    const text = mainText(html);
    expect(text).toContain('Preview: 1 passage under 1 issue');
    expect(text).toContain('Torture in custody Velmora, 2021, 1.c:1');
    expect(text).toContain(CHOSEN);
    expect(text).toMatch(/variorum-packet\.pdf: \d+ pages, \d+ kB/);
    const [, unchosen = ''] = text.split('Not chosen');
    expect(unchosen).toContain(OTHER);
    expect(unchosen).not.toContain(CHOSEN);
    expect(site.faults).toEqual([]);
  });

  test('makes the PDF and the packet file, neither of which is kept', async () => {
    const site = await openSite();
    const fields = { list: LIST, title: 'Velmora', prefix: 'DOE', start: '7', form: 'us', megabytes: '12.5' };
    const pdf = await post(site, '/packet.pdf', fields);
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    expect(pdf.headers.get('Cache-Control')).toBe('no-store');
    expect(pdf.headers.get('Content-Disposition')).toBe('attachment; filename="variorum-packet.pdf"');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const word = await post(site, '/packet.docx', fields);
    expect(word.headers.get('Content-Disposition')).toBe('attachment; filename="variorum-packet.docx"');
    expect(word.headers.get('Cache-Control')).toBe('no-store');
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const file = await post(site, '/packet.json', fields);
    expect(file.headers.get('Cache-Control')).toBe('no-store');
    expect(parsePacketFile(await file.text())).toMatchObject({
      title: 'Velmora',
      numbering: { prefix: 'DOE', start: 7 },
      mostBytes: 12_500_000,
      issues: [
        { title: 'Torture in custody', pins: [{ address: '2021/vel#1.c:1', note: '<b>Mark</b> this' }] },
      ],
    });
  });

  test('counts the pages of a schedule against twelve', async () => {
    const site = await openSite();
    const text = mainText(await (await post(site, '/packet', { list: LIST, form: 'uk' })).text());
    expect(text).toMatch(/\d+ of at most 12 pages\./);
    const over = mainText(
      await (await post(site, '/packet', { list: '2021/vel#1.c:1', form: 'us', limit: '1' })).text(),
    );
    expect(over).toContain('of at most 1 page: too many. Nothing is cut.');
  });

  test('shows a passage that the newest version no longer has from the version that has it', async () => {
    const site = await openSite();
    const text = mainText(await (await post(site, '/packet', { list: '2021/vel#1.c:3' })).text());
    expect(text).toContain('A third thing, later taken out.');
    expect(text).toContain('no longer has this passage; it is shown from version');
  });

  test('says every single thing that is wrong, and keeps what was typed', async () => {
    const site = await openSite();
    const response = await post(site, '/packet.pdf', {
      list: '2021/vel#1.c:1\nnonsense',
      prefix: '<script>',
      limit: 'many',
    });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('line 2: “nonsense” is not the address of a passage');
    expect(html).toContain('href="#packet-prefix"');
    expect(html).toContain('Pages at most: “many” is no whole number');
    expect(html).toContain('\n2021/vel#1.c:1\nnonsense</textarea>');
    expect(html).not.toContain('<script>');
  });

  test('names passages that are nowhere', async () => {
    const site = await openSite();
    const response = await post(site, '/packet', { list: '2021/vel#1.c:99' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('2021/vel#1.c:99: No version of this report held here');
  });

  test('is filled by an address that names passages, without a file being made', async () => {
    const site = await openSite();
    const { text } = await site.read('/packet?pins=2021/vel%231.c:1,2024/vel%231.c:2');
    expect(mainText(text)).toContain('Preview: 2 passages under 1 issue');
    expect(text).not.toContain('formaction="/packet.pdf" name="part"');
    expect((await site.read('/2021/vel/1.c:1/cite')).text).toMatch(
      /href="\/packet\?pins=2021\/vel@[0-9a-f]{12}%231\.c:1"/,
    );
  });

  test('opens a packet file that is sent, and refuses any other', async () => {
    const site = await openSite();
    const send = async (content: string): Promise<Response> => {
      const body = new FormData();
      body.set('file', new File([content], 'mine.json', { type: 'application/json' }));
      return site.app.request('/packet', { method: 'POST', body, headers: FROM_HERE });
    };
    const file = formatPacketFile(
      parsePacketFile(
        JSON.stringify({
          format: 'variorum-packet',
          version: 1,
          title: 'Mine',
          issues: [{ title: 'Jails', pins: [{ address: '2021/vel#1.c/jails:1' }] }],
        }),
      ),
    );
    const opened = await (await send(file)).text();
    expect(opened).toContain('value="Mine"');
    expect(mainText(opened)).toContain('Cells were full.');
    const refused = await send('{"format":"other"}');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('format: “other” is not “variorum-packet”.');
  });

  test.each(['/packet', '/packet.pdf', '/packet.docx', '/packet.json'])(
    '%s heeds no other site and no endless body',
    async (path) => {
      const site = await openSite();
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }, {}]) {
        const response = await post(site, path, { list: LIST }, headers as Record<string, string>);
        expect(response.status).toBe(400);
        expect(await response.text()).toContain('another site');
      }
      const large = await post(site, path, { list: 'x'.repeat(1_000_001) });
      expect(large.status).toBe(400);
      expect(await large.text()).toContain('More was sent than a packet can hold.');
      const many = await post(site, path, { list: '2021/vel#1.c:1\n'.repeat(501) });
      expect(many.status).toBe(400);
      expect(await many.text()).toContain('501 are more than the 500');
    },
  );

  test('a download that is loaded again leads to the page', async () => {
    const site = await openSite();
    const again = await site.get('/packet.pdf');
    expect([again.status, again.headers.get('Location')]).toEqual([303, '/packet']);
  });
});
