import type { Gunzip, InflateRaw } from 'node:zlib';

/** How much may go in at a time: deflate expands at most 1032:1, so at most 17 MB wait to be taken. */
export const INFLATE_STEP = 16 * 1024;

/**
 * Feeds one of Node's decoders step by step. What came out before the data turned out broken is handed over first,
 * which a piped stream would not do.
 */
export class InflateSteps {
  readonly #engine: Gunzip | InflateRaw;
  #ready: Uint8Array[] = [];
  #fault: Error | null = null;
  #ended = false;
  #wake: () => void = () => {};

  constructor(engine: Gunzip | InflateRaw) {
    this.#engine = engine;
    engine.on('data', (piece: Uint8Array) => this.#ready.push(piece));
    engine.on('error', (error) => {
      this.#fault = error;
    });
    // Ends before the input does where something else follows the packed data.
    engine.on('end', () => {
      this.#ended = true;
      this.#wake();
    });
    engine.on('close', () => this.#wake());
  }

  /** What is wrong with the data, or null. */
  get fault(): Error | null {
    return this.#fault;
  }

  /** Whether the packed data have ended. */
  get ended(): boolean {
    return this.#ended;
  }

  /** How many of the bytes fed belonged to the packed data. */
  get consumed(): number {
    return this.#engine.bytesWritten;
  }

  /** @param bytes at most `INFLATE_STEP` */
  async write(bytes: Uint8Array): Promise<readonly Uint8Array[]> {
    return this.#step((done) => this.#engine.write(bytes, () => done()));
  }

  /** Says that no more bytes come. */
  async end(): Promise<readonly Uint8Array[]> {
    return this.#step(() => this.#engine.end());
  }

  close(): void {
    this.#engine.destroy();
  }

  async #step(act: (done: () => void) => void): Promise<readonly Uint8Array[]> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#ended || this.#engine.destroyed) resolve();
      else act(resolve);
    });
    const taken = this.#ready;
    this.#ready = [];
    return taken;
  }
}
