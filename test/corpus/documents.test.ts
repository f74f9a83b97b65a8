import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { gatherPublication } from '../../src/domain/publication.ts';
import type { Report } from '../../src/domain/report.ts';
import { renderDocx } from '../../src/export/render-docx.ts';
import { renderEpub } from '../../src/export/render-epub.ts';
import { toXmlText } from '../../src/export/xml-text.ts';
import { readPage } from '../../src/ingest/read-page.ts';
import { loadCatalog } from '../../src/workbench/load-catalog.ts';
import { publishReport } from '../../src/workbench/publish-report.ts';
import { readParagraphs, unescapeXml } from '../export/docx-text.ts';
import { readZip } from '../export/read-zip.ts';
import { listCorpusPages, readCorpusPage } from './pages.ts';

const catalog = loadCatalog();
const STAMP = {
  version: '0123456789ab',
  revision: 1,
  reports: 1,
  passages: 1,
  words: 1,
  sampleOnly: false,
};

/** Every so many pages one. */
const STEP = 60;

function readReport(path: string): Report {
  const bytes = readCorpusPage(path);
  const sha256 = hash('sha256', Buffer.from(bytes), 'hex');
  return readPage({ bytes, sha256, path, capturedAt: null, capturedAtSource: null, address: null }, catalog);
}

function gather(report: Report) {
  const area = catalog.getArea(report.area);
  const edition = catalog.getEdition(report.edition);
  return gatherPublication(publishReport({ report, area, versions: [report] }, edition, catalog, STAMP));
}

const paths = listCorpusPages().filter((_, i) => i % STEP === 0);

test('there are pages to try', () => {
  expect(paths.length).toBeGreaterThan(10);
});

test.each(paths)(
  '%s: a Word document and a book have every passage in order, word for word',
  async (path) => {
    const report = readReport(path);
    const publication = await gather(report);
    const passages = report.passages.map(({ text }) => toXmlText(text));
    const paragraphs = (await readParagraphs(await renderDocx(publication)))
      .filter(
        ({ style, xml }) =>
          style === 'Passage' || (style === 'ListParagraph' && xml.includes('PassageNumber')),
      )
      .map(({ text }) => text.replace(/^\d+[\t\u2002]/, ''));
    expect(paragraphs).toEqual(passages);
    const documents = (await readZip(await renderEpub(publication))).filter(({ name }) =>
      /\/report-/.test(name),
    );
    const book = documents.flatMap(({ text }) =>
      [...text.matchAll(/<(p|li) class="passage[^>]*>(.*?)<\/\1>/gs)].map(([, , html = '']) =>
        unescapeXml(html.replace(/^<a class="number".*?<\/a>/, '').replace(/<[^>]+>/g, '')),
      ),
    );
    expect(book).toEqual(passages);
  },
);
