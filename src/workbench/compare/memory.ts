/** Answers that are costly to make, within bounds: what was asked for longest ago goes first. */
export interface Memory<T> {
  /** What failed is not remembered. */
  recall(key: string, make: () => Promise<T>): Promise<T>;
}

/** @param most the sum of sizes within which answers are remembered */
export function createMemory<T>(most: number, sizeOf: (value: T) => number): Memory<T> {
  const known = new Map<string, { readonly answer: Promise<T>; size: number }>();
  let held = 0;
  const forget = (key: string): void => {
    held -= known.get(key)?.size ?? 0;
    known.delete(key);
  };
  return {
    recall(key, make) {
      const found = known.get(key);
      if (found !== undefined) {
        known.delete(key);
        known.set(key, found);
        return found.answer;
      }
      const entry = { answer: make(), size: 0 };
      known.set(key, entry);
      entry.answer.then(
        (value) => {
          if (known.get(key) !== entry) return;
          entry.size = sizeOf(value);
          held += entry.size;
          for (const oldest of known.keys()) {
            if (held <= most) break;
            forget(oldest);
          }
        },
        () => {
          if (known.get(key) === entry) forget(key);
        },
      );
      return entry.answer;
    },
  };
}
