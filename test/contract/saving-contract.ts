import { describe, expect, test } from 'vitest';
import { breakReport, bytesOf, inventReport, inventText, RICH } from './invented-report.ts';
import { EVERYTHING, getHead, type NewPlace, openLibrary, readEverything, saveAll } from './library-place.ts';

const ID = { edition: 2021, area: 'vel' };

export function describeSaving(newPlace: NewPlace): void {
  describe('saving a report', () => {
    test('adds what was not held, and all of it comes back as it was given', async () => {
      const { store } = openLibrary(newPlace);
      expect(await saveAll(store, [RICH])).toEqual(['added']);
      const head = await getHead(store, ID);
      expect(await store.readReport(head)).toEqual(RICH);
      const { sections, passages, findings, boilerplate, ...rest } = RICH;
      expect(head).toEqual(rest);
    });

    test('keeps a report that has no text at all', async () => {
      const { store } = openLibrary(newPlace);
      const empty = inventReport(2021, 'vel', { sections: [] });
      expect(await saveAll(store, [empty])).toEqual(['added']);
      expect(await store.readReport(await getHead(store, ID))).toEqual(empty);
    });

    test('changes nothing if the same reader has read the same bytes before', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [RICH]);
      const before = await readEverything(store);
      expect(await saveAll(store, [RICH])).toEqual(['unchanged']);
      expect(await store.saveReport({ ...RICH, title: 'Another' }, bytesOf(RICH))).toBe('unchanged');
      expect(await readEverything(store)).toEqual(before);
    });

    test('notes a new capture where other bytes have the same text', async () => {
      const { store } = openLibrary(newPlace);
      const again = inventText(2021, 'vel', 'All quiet.', { capture: 'second' });
      expect(await saveAll(store, [inventText(2021, 'vel', 'All quiet.'), again])).toEqual([
        'added',
        'new-capture',
      ]);
      expect(await store.listVersions(ID)).toHaveLength(1);
      expect(await store.listCaptures(EVERYTHING)).toHaveLength(2);
    });

    test('makes a new version of other text, and the older one stays readable', async () => {
      const { store } = openLibrary(newPlace);
      const older = inventText(2021, 'vel', 'All quiet.', { capturedAt: '2024-01-01T00:00:00.000Z' });
      const newer = inventText(2021, 'vel', 'All quiet, as amended.');
      expect(await saveAll(store, [older, newer])).toEqual(['added', 'new-version']);
      expect(await store.readReport(await getHead(store, ID))).toEqual(newer);
      expect(await store.readReport(await getHead(store, ID, older.version))).toEqual(older);
    });

    test('takes the same text for two reports where area or edition differ', async () => {
      const { store } = openLibrary(newPlace);
      const texts = [
        inventText(2021, 'vel', 'All quiet.'),
        inventText(2021, 'osi', 'All quiet.'),
        inventText(2020, 'vel', 'All quiet.'),
      ];
      expect(await saveAll(store, texts)).toEqual(['added', 'added', 'added']);
    });

    test('replaces what another reader version read from the same bytes, where the text is the same', async () => {
      const { store } = openLibrary(newPlace);
      const first = inventReport(2021, 'vel', { sections: [{ key: '1', texts: ['One two.', 'Three.'] }] });
      const better = inventReport(2021, 'vel', {
        sections: [{ key: '1', texts: ['One two. Three.'] }],
        reader: '2',
        title: 'Read better',
        findings: [{ kind: 'break-as-paragraph', section: '1', detail: '1', count: 1 }],
      });
      expect(better.version).toBe(first.version);
      expect(await saveAll(store, [first, better])).toEqual(['added', 'replaced']);
      const head = await getHead(store, ID);
      expect(await store.readReport(head)).toEqual(better);
      expect(await store.listVersions(ID)).toEqual([head]);
      expect(await store.listCaptures(EVERYTHING)).toHaveLength(1);
    });

    test('leaves no version behind that only another reader version read from the same bytes', async () => {
      const { store } = openLibrary(newPlace);
      const first = inventText(2021, 'vel', 'Half the text.', { capture: 'page' });
      const better = inventText(2021, 'vel', 'All of the text.', { capture: 'page', reader: '2' });
      expect(await saveAll(store, [first, better])).toEqual(['added', 'replaced']);
      expect(await store.findHead(ID, first.version)).toBeNull();
      expect(await store.listVersions(ID)).toEqual([await getHead(store, ID)]);
      expect(await store.readReport(await getHead(store, ID))).toEqual(better);
      expect(await store.readCapture(first.provenance.sha256)).toEqual(bytesOf(first));
    });

    test('keeps a version that another capture still stands behind', async () => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, [
        inventText(2021, 'vel', 'Half the text.', { capture: 'page' }),
        inventText(2021, 'vel', 'Half the text.', { capture: 'other page' }),
        inventText(2021, 'vel', 'All of the text.', { capture: 'page', reader: '2' }),
      ]);
      const versions = await store.listVersions(ID);
      expect(versions).toHaveLength(2);
      const texts = await Promise.all(versions.map((head) => store.readPassages(head, null)));
      expect(texts.flat().map(({ text }) => text)).toEqual(
        // Both are of one time, and a capture that is read anew keeps its place: the other was saved last.
        ['Half the text.', 'All of the text.'],
      );
    });

    test('moves bytes that another reader version finds to be of another report', async () => {
      const { store } = openLibrary(newPlace);
      const mistaken = inventText(2021, 'vel', 'All quiet.', { capture: 'page' });
      const right = inventText(2021, 'osi', 'All quiet.', { capture: 'page', reader: '2' });
      expect(await saveAll(store, [mistaken, right])).toEqual(['added', 'replaced']);
      expect((await store.listHeads(EVERYTHING)).map(({ area }) => area)).toEqual(['osi']);
      expect((await store.listCaptures(EVERYTHING)).map(({ area }) => area)).toEqual(['osi']);
    });

    test('brings an older version back where the newest is found to be of another report', async () => {
      const { store } = openLibrary(newPlace);
      const older = inventText(2021, 'vel', 'Quiet.', { capturedAt: '2020-01-01T00:00:00.000Z' });
      await saveAll(store, [
        older,
        inventText(2021, 'vel', 'Of another area.', { capture: 'page' }),
        inventText(2021, 'osi', 'Of another area.', { capture: 'page', reader: '2' }),
      ]);
      expect(await store.readReport(await getHead(store, ID))).toEqual(older);
    });

    test.each([
      ['an empty library', [], RICH],
      ['one that lacks the report', [inventReport(2020, 'vel')], RICH],
      ['one that holds another version', [inventText(2021, 'vel', 'Other.')], RICH],
      [
        'one that holds the same bytes, read before',
        [RICH],
        { ...RICH, provenance: { ...RICH.provenance, readerVersion: '2' } },
      ],
      [
        'one that holds an older capture of the same text',
        [{ ...RICH, provenance: { ...RICH.provenance, sha256: 'a'.repeat(64), capturedAt: null } }],
        RICH,
      ],
    ])('that fails in the middle leaves nothing behind in %s', async (_, held, report) => {
      const { store } = openLibrary(newPlace);
      await saveAll(store, held);
      const before = await readEverything(store);
      await expect(store.saveReport(breakReport(report), bytesOf(report))).rejects.toThrow('nowhere');
      expect(await readEverything(store)).toEqual(before);
      await store.saveReport(report, bytesOf(report));
      expect(await store.readReport(await getHead(store, report))).toEqual(report);
    });
  });
}
