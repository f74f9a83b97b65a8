import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkbench } from '../../dist/workbench/open-workbench.js';
import { median } from './percentile.mjs';

const SENTENCES = 60;
const LENGTHS = [12_500, 25_000, 50_000];

/**
 * A sentence of a report, as it stands and with every sixth word another, against a bare FTS5 phrase query of eight
 * of its words, asked in turn; then a pasted text of growing length.
 */
export async function measureQuotes(library, show) {
  const database = new Database(join(library, 'library.sqlite'), { readonly: true });
  const bare = database.prepare('SELECT rowid FROM full_text WHERE full_text MATCH ?').pluck();
  const workbench = await openWorkbench({ library, readonly: true });
  try {
    const texts = database
      .prepare('SELECT text FROM passage WHERE id % 997 = 7 AND words > 30 ORDER BY id')
      .pluck()
      .all();
    const sentences = texts
      .map((text) => text.split(/(?<=\.)\s/)[0])
      .filter((sentence) => sentence.split(' ').length > 10)
      .slice(0, SENTENCES);
    const times = { bare: [], same: [], changed: [] };
    for (const sentence of [...sentences.slice(0, 5), ...sentences]) {
      const words = sentence
        .match(/[\p{L}\p{N}]+/gu)
        .slice(0, 8)
        .join(' ');
      const changed = sentence
        .split(' ')
        .map((word, i) => (i % 6 === 3 ? 'elsewhere' : word))
        .join(' ');
      times.bare.push(await time(() => bare.all(`"${words}"`)));
      times.same.push(await time(() => workbench.checkQuotes(sentence)));
      times.changed.push(await time(() => workbench.checkQuotes(changed)));
    }
    const medianOf = (name) => median(times[name].slice(5));
    const told = `${medianOf('same').toFixed(1)} ms against ${medianOf('bare').toFixed(1)} ms`;
    const ratio = medianOf('same') / medianOf('bare');
    show(
      'quote check of a sentence ÷ a bare phrase of eight words',
      `${ratio.toFixed(2)} (${told})`,
      'at most 5',
      ratio <= 5,
    );
    const near = medianOf('changed') / medianOf('bare');
    show('the same, every sixth word another', near.toFixed(2), 'none', true);
    const page = texts.join(' ');
    const perThousand = [];
    for (const length of LENGTHS) {
      const spent = await time(() => workbench.checkQuotes(page.slice(0, length)));
      perThousand.push((spent * 1000) / length);
    }
    const growth = perThousand.at(-1) / perThousand[0];
    show(
      'quote check, ms a thousand characters at 50,000 ÷ at 12,500',
      `${growth.toFixed(2)} (${perThousand.map((one) => one.toFixed(1)).join(', ')} ms)`,
      'about 1: linear; at most 1.5',
      growth <= 1.5,
    );
  } finally {
    await workbench.close();
    database.close();
  }
}

async function time(run) {
  const began = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - began) / 1e6;
}
