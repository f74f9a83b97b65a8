import { type CheckedProof, checkProof, readProof } from '../../domain/check-proof.ts';
import { Problem } from '../../domain/problem.ts';
import { sha256 } from './edition-digests.ts';

/** What a proof in a file comes to, with the text it is of; no library is asked. @throws Problem invalid-input */
export function checkProofFile(json: string, name: string): CheckedProof & { readonly text: string } {
  const proof = readProof(parse(json));
  if (proof === null) {
    throw new Problem('invalid-input', `${name} is no proof.`, [
      'A proof is the JSON that “variorum proof ADDRESS” writes.',
    ]);
  }
  return { ...checkProof(proof, sha256), text: proof.passage.text };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
