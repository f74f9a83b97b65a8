import { hash } from 'node:crypto';

/** What a replica does instead of answering. */
export type Misbehaviour =
  | 'too-many-requests'
  | 'unavailable'
  | 'block-page'
  | 'cut-short'
  | 'reset'
  | 'stall'
  | 'redirect-loop'
  | 'stated-too-long'
  | 'stated-too-short'
  | 'gzip-bomb';

/** Decides for each request; the same for the same address and the same count of requests for it. */
export type Script = (address: string, asked: number) => Misbehaviour | null;

/** In the shares in which a publisher may be met on a bad day. */
const SHARES: readonly (readonly [Misbehaviour, number])[] = [
  ['too-many-requests', 0.05],
  ['unavailable', 0.02],
  ['block-page', 0.02],
  ['cut-short', 0.01],
  ['reset', 0.01],
  ['stall', 0.005],
  ['redirect-loop', 0.005],
  ['stated-too-long', 0.005],
  ['stated-too-short', 0.005],
  ['gzip-bomb', 0.005],
];

export const MISBEHAVIOURS = SHARES.map(([kind]) => kind);

export const WELL_BEHAVED: Script = () => null;

/** Misbehaves at random, the same in every run. */
export function badDay(seed: number): Script {
  return (address, asked) => {
    let left =
      Number.parseInt(hash('sha256', `${seed} ${asked} ${address}`, 'hex').slice(0, 12), 16) / 16 ** 12;
    for (const [kind, share] of SHARES) {
      if (left < share) return kind;
      left -= share;
    }
    return null;
  };
}

/** Every report page misbehaves in two ways before it comes, each page in others; lists in one. */
export function everyWay(): Script {
  const turns = new Map<string, number>();
  return (address, asked) => {
    if (address.endsWith('/robots.txt')) return null;
    const turn = turns.get(address) ?? turns.size;
    turns.set(address, turn);
    return asked < 2 ? (MISBEHAVIOURS[(turn * 2 + asked) % MISBEHAVIOURS.length] ?? null) : null;
  };
}
