import type { CorrectedLink } from '../domain/correction.ts';
import { type Link, Links } from './links.ts';

/**
 * Links with what readers said against them. Parted passages are never linked; what a reader paired is linked behind
 * all else, so that a pairing adds its link and changes no other.
 */
export class CorrectedLinks extends Links {
  readonly #parted: ReadonlySet<string>;
  readonly #paired: readonly Link[];

  /** @param corrections passages by their order, from 1 */
  constructor(leftCount: number, rightCount: number, corrections: readonly CorrectedLink[]) {
    super(leftCount, rightCount);
    const links = (kind: CorrectedLink['kind']): Link[] =>
      corrections.flatMap((one) => (one.kind === kind ? { left: one.left - 1, right: one.right - 1 } : []));
    this.#parted = new Set(links('part').map(nameLink));
    this.#paired = links('pair');
  }

  override add(link: Link): void {
    if (this.#parted.size > 0 && this.#parted.has(nameLink(link))) return;
    super.add(link);
  }

  addPaired(): void {
    for (const link of this.#paired) this.add(link);
  }
}

function nameLink({ left, right }: Link): string {
  return `${left} ${right}`;
}
