// One thread that only reads and tokenises every page under a folder with htmlparser2; prints its seconds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';

const began = process.hrtime.bigint();
let tokens = 0;
let pages = 0;
const count = () => {
  tokens += 1;
};
for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
  const parser = new Parser({ onopentag: count, ontext: count, onclosetag: count, oncomment: count });
  parser.write(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  parser.end();
  pages += 1;
}
console.log(JSON.stringify({ pages, tokens, seconds: Number(process.hrtime.bigint() - began) / 1e9 }));
