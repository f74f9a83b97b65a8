/** Events from work that goes on by itself, to be taken one by one. */
export interface EventQueue<T> extends AsyncIterable<T> {
  push(event: T): void;
  /** No more will come. */
  end(): void;
  /** Nothing more will come, because the work failed; told behind the events before it. */
  fail(error: unknown): void;
}

export function createEventQueue<T>(): EventQueue<T> {
  const waiting: T[] = [];
  let ended = false;
  let failure: { readonly error: unknown } | null = null;
  let wake: () => void = () => {};
  const finish = (): void => {
    ended = true;
    wake();
  };
  return {
    push(event) {
      waiting.push(event);
      wake();
    },
    end: finish,
    fail(error) {
      failure = { error };
      finish();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) yield next;
        if (ended) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (waiting.length > 0 || ended) resolve();
        });
      }
      if (failure !== null) throw failure.error;
    },
  };
}
