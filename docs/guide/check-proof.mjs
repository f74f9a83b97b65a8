// Checks a proof that “variorum proof ADDRESS” wrote, with nothing of Variorum: node check-proof.mjs FILE
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (...lines) => sha256(Buffer.from([0]), Buffer.from(lines.join('\n'), 'utf8'));
const node = (left, right) => sha256(Buffer.from([1]), left, right);

/** From a leaf to the root: at each step the hash beside it, on its side. */
function climb(start, path) {
  let hash = start;
  for (const step of path) {
    const beside = Buffer.from(step.hash, 'hex');
    hash = step.side === 'left' ? node(beside, hash) : node(hash, beside);
  }
  return hash;
}

const { passage, section, report, edition } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const text = sha256(Buffer.from(passage.text, 'utf8')).toString('hex');
const inSection = climb(leaf('passage', passage.address, text), passage.path).toString('hex');
const inReport = climb(leaf('section', section.address, section.printed, inSection), section.path).toString(
  'hex',
);
const digest = climb(leaf('report', report.address, report.captured, inReport), report.path).toString('hex');

const belongs =
  passage.address.startsWith(`${section.address}:`) &&
  section.address.split('#')[0] === report.address.split('@')[0] &&
  report.address.startsWith(`${edition.year}/`);
const holds = belongs && digest === edition.digest;
console.log(`${passage.address}\n${digest}\n${holds ? 'The proof holds.' : 'The proof does NOT hold.'}`);
process.exitCode = holds ? 0 : 1;
