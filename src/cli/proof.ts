import { readFile, stat } from 'node:fs/promises';
import { parseAddress } from '../domain/address.ts';
import { Problem } from '../domain/problem.ts';
import { readSettings } from '../settings.ts';
import { checkProofFile } from '../workbench/proof/check-proof-file.ts';
import { type Command, type CommandInput, lastValues, settingOption } from './command.ts';
import { explainReadFailure } from './read-problem.ts';
import type { Terminal } from './terminal.ts';
import { withWorkbench } from './with-workbench.ts';
import { writeFileWhole } from './write-file-whole.ts';

/** Exit code where a proof does not hold: the kind `unreadable-page`, as for `check`. */
const FAILS = 4;

/** A proof is a passage and some thirty hashes. */
const MOST_BYTES = 10_000_000;

export const proofCommand: Command = {
  name: 'proof',
  summary: 'writes a proof that a passage stands in its edition, or checks one',
  operands: '[ADDRESS]',
  options: [
    { name: 'output', value: 'FILE', meaning: 'write to a file, whole or not at all, instead of printing' },
    { name: 'check', value: 'FILE', meaning: 'check a proof instead; no library is needed for it' },
    {
      name: 'digest',
      value: 'HEX',
      meaning: 'with --check: the edition’s digest as it is known from elsewhere',
    },
    settingOption('library'),
  ],
  about: [
    'The proof is JSON: the passage’s text, and the hashes that lead from it over its section and report to the digest of the whole edition, which the edition’s page prints. It can be checked without the library by a script of some thirty lines (docs/guide/verifying.md).',
    'A proof that holds says that its text belongs to the digest it names. Compare that digest with one you have from elsewhere, or give it with --digest. The exit code is 4 if the proof does not hold or the digest is another.',
  ],
  examples: [
    ["variorum proof '2021/mli#1.c:4' --output mali.proof.json", 'a proof as a file'],
    ['variorum proof --check mali.proof.json', 'what it comes to'],
  ],
  async run(input, { terminal }) {
    const { library } = readSettings(['library'], lastValues(input));
    const file = input.values.get('check')?.at(-1);
    if (file !== undefined) return check(file, input, terminal);
    const [typed = '', ...more] = input.operands;
    const problems = [
      ...(typed === '' ? ['ADDRESS: nothing is given; write the address of a passage.'] : []),
      ...more.map((one) => `“${one.slice(0, 60)}”: one passage is proved at a time.`),
      ...(input.values.has('digest') ? ['digest: it stands with --check only.'] : []),
    ];
    if (problems.length > 0) {
      throw new Problem('invalid-input', 'What was asked for cannot be understood.', [
        ...problems,
        "Written out: variorum proof '2021/mli#1.c:4'.",
      ]);
    }
    const address = parseAddress(typed);
    return withWorkbench({ library, readonly: true }, async (workbench) => {
      const text = `${JSON.stringify(await workbench.makeProof(address), null, 2)}\n`;
      const output = input.values.get('output')?.at(-1);
      if (output === undefined) await terminal.write(text);
      else await writeFileWhole(output, [text]);
      return 0;
    });
  },
};

async function check(file: string, { operands, values }: CommandInput, terminal: Terminal): Promise<number> {
  const expected = values.get('digest')?.at(-1)?.trim().toLowerCase() ?? null;
  const problems = operands.map((one) => `“${one.slice(0, 60)}”: with --check nothing else is named.`);
  if (expected !== null && !/^[0-9a-f]{64}$/.test(expected)) {
    problems.push(`digest: “${expected.slice(0, 80)}” is not 64 hexadecimal digits.`);
  }
  if (problems.length > 0)
    throw new Problem('invalid-input', 'What was asked for cannot be understood.', problems);
  const { address, digest, claimed, holds, text } = checkProofFile(await read(file), file);
  if (!holds) {
    await terminal.write(
      `${address}: the proof does not hold.\nThe text and the hashes come to ${digest};\nthe proof names            ${claimed}.\n`,
    );
    return FAILS;
  }
  const same = expected === null || expected === digest;
  const verdict = same
    ? expected === null
      ? 'the proof holds; compare the digest with one you have from elsewhere.'
      : 'the proof holds, and the digest is the one given.'
    : 'the proof holds in itself, but for another digest than the one given.';
  await terminal.write(`${address}: ${verdict}\n\n${text}\n\nDigest of the edition: ${digest}\n`);
  return same ? 0 : FAILS;
}

async function read(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) throw new Problem('invalid-input', `${file} is too large for a proof.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw explainReadFailure(error, file);
  }
}
