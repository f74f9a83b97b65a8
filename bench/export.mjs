import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/find-chromium.mjs';
import { freePort, memory, processorTime, startServer } from './child.mjs';

/** Each three times with other content, for neither side should be helped by having seen it. */
const DOCUMENTS = [
  {
    name: 'executive summaries of all areas',
    pages: ['2021', '2022', '2019'].map((year) => [
      `/report.pdf?years=${year}&sections=executive-summary&areas=all`,
      `/report.html?years=${year}&sections=executive-summary&areas=all`,
    ]),
  },
  {
    name: 'a whole report',
    pages: ['mli', 'ken', 'nga'].map((area) => [
      `/2021/${area}.pdf`,
      `/report.html?years=2021&sections=all&areas=${area}`,
    ]),
  },
  {
    name: 'a chart of removals',
    pages: ['mli', 'ken', 'nga'].map((area) => [
      `/removed/${area}/2023/2024.pdf`,
      `/removed/${area}/2023/2024`,
    ]),
  },
];

/** PDFs over HTTP, beside Chromium's print-to-PDF of the same content from a file; both programs run already. */
export async function measureExport(library, folder, show) {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.log('export: there is no Chromium to compare with.');
    return;
  }
  const port = await freePort();
  const server = await startServer(library, port);
  const origin = `http://127.0.0.1:${port}`;
  const launched = await chromium.launchServer({ executablePath, args: ['--no-sandbox', '--disable-quic'] });
  const browserPid = launched.process().pid;
  const browser = await chromium.connect(launched.wsEndpoint());
  try {
    // Threads, fonts and caches of both.
    await load(`${origin}/2022/ken.pdf`);
    await print(browser, await save(`${origin}/report.html?years=2022&sections=1&areas=ken`, folder));
    for (const { name, pages } of DOCUMENTS) {
      const rounds = [];
      for (const [pdf, html] of pages) {
        // What both need first, the comparison, is not what is measured.
        const file = await save(origin + html, folder);
        const ours = await watch(server.pid, () => load(origin + pdf));
        rounds.push({ ours, theirs: await watch(browserPid, () => print(browser, file)) });
      }
      const ratio = median(rounds.map(({ ours, theirs }) => theirs.seconds / ours.seconds));
      const [ours, theirs] = ['ours', 'theirs'].map((side) =>
        median(rounds.map((round) => round[side].seconds)),
      );
      const work = median(rounds.map((round) => round.theirs.work / round.ours.work));
      show(
        `export, ${name}: Chromium ÷ ours`,
        `${ratio.toFixed(1)} (${theirs.toFixed(2)} s ÷ ${ours.toFixed(2)} s); of processor time ${work.toFixed(1)}`,
        'at least 5',
        ratio >= 5,
      );
    }
    const { peak, now } = memory(server.pid);
    console.log(
      `      the server's memory at its peak: ${peak.toFixed(0)} MB, at the end: ${now.toFixed(0)} MB`,
    );
  } finally {
    await browser.close();
    await launched.close();
    await server.stop();
  }
}

/** Processor time besides: on a machine that does other work, too, it says more than the clock. */
async function watch(pid, run) {
  const before = processorTime(pid);
  const done = await run();
  return { ...done, work: processorTime(pid) - before };
}

async function load(address) {
  const began = process.hrtime.bigint();
  const response = await fetch(address);
  const bytes = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return { seconds: since(began), bytes };
}

async function save(address, folder) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  const file = join(folder, 'page.html');
  const html = await response.text();
  writeFileSync(file, html.replace(/<script\b[\s\S]*?<\/script>/g, ''));
  return file;
}

async function print(browser, file) {
  const page = await browser.newPage();
  const began = process.hrtime.bigint();
  await page.setContent(readFileSync(file, 'utf8'));
  const pdf = await page.pdf({ format: 'Letter', tagged: true, outline: true, displayHeaderFooter: true });
  const seconds = since(began);
  await page.close();
  return { seconds, bytes: pdf.length };
}

function since(began) {
  return Number(process.hrtime.bigint() - began) / 1e9;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
