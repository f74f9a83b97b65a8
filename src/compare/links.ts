/** Two passages that belong together, by their places in their reports, from 0. */
export interface Link {
  readonly left: number;
  readonly right: number;
}

const NONE: readonly number[] = [];

/** Links as they are made, seen from both sides. */
export class Links {
  readonly list: Link[] = [];
  readonly #ofLeft: (readonly number[] | undefined)[];
  readonly #ofRight: (readonly number[] | undefined)[];

  constructor(leftCount: number, rightCount: number) {
    this.#ofLeft = new Array(leftCount);
    this.#ofRight = new Array(rightCount);
  }

  add({ left, right }: Link): void {
    if (this.ofLeft(left).includes(right)) return;
    this.list.push({ left, right });
    this.#ofLeft[left] = [...this.ofLeft(left), right];
    this.#ofRight[right] = [...this.ofRight(right), left];
  }

  hasLeft(left: number): boolean {
    return this.#ofLeft[left] !== undefined;
  }

  hasRight(right: number): boolean {
    return this.#ofRight[right] !== undefined;
  }

  ofLeft(left: number): readonly number[] {
    return this.#ofLeft[left] ?? NONE;
  }

  ofRight(right: number): readonly number[] {
    return this.#ofRight[right] ?? NONE;
  }

  /** How many passages of both reports would belong together, directly or through others, if these two did. */
  countTogether({ left, right }: Link): number {
    const lefts = new Set([left]);
    const rights = new Set([right]);
    const count = (): number => lefts.size + rights.size;
    for (let before = 0; before < count(); ) {
      before = count();
      for (const l of lefts) for (const r of this.ofLeft(l)) rights.add(r);
      for (const r of rights) for (const l of this.ofRight(r)) lefts.add(l);
    }
    return count();
  }

  /** True if a passage beside the left one belongs to the passage beside the right one, on the same side. */
  haveNeighbours({ left, right }: Link): boolean {
    return this.ofLeft(left - 1).includes(right - 1) || this.ofLeft(left + 1).includes(right + 1);
  }
}
