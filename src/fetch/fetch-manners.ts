const MB = 1024 * 1024;
const SECOND = 1000;

/** How a publisher is asked, and how much an answer may cost. Times in milliseconds, sizes in bytes. */
export interface FetchManners {
  /** Requests under way at the same time, over all hosts. */
  readonly atOnce: number;
  /** Between the beginnings of two requests to one host; its robots.txt may ask for more. */
  readonly pause: number;
  /** The longest pause that a robots.txt can ask for. */
  readonly maxPause: number;
  /** Requests for one address before it is given up. */
  readonly tries: number;
  /** The same for lists, which something else can take the place of. */
  readonly listTries: number;
  /** The first wait after a failure; doubled each time, with jitter. */
  readonly backOff: number;
  readonly maxBackOff: number;
  /** A Retry-After beyond this ends the asking of a host for this run. */
  readonly maxRetryAfter: number;
  /** Refusals in a row after which a host is left alone. */
  readonly maxRefusals: number;
  readonly maxRedirects: number;
  /** Of an answer, before and after decompression. */
  readonly maxBytes: number;
  readonly maxListBytes: number;
  /** Without a byte. */
  readonly maxSilence: number;
  /** For a whole answer. */
  readonly maxDuration: number;
}

export const MANNERS: FetchManners = {
  atOnce: 3,
  pause: SECOND,
  maxPause: 60 * SECOND,
  tries: 5,
  listTries: 3,
  backOff: 2 * SECOND,
  maxBackOff: 120 * SECOND,
  maxRetryAfter: 900 * SECOND,
  maxRefusals: 10,
  maxRedirects: 5,
  maxBytes: 20 * MB,
  maxListBytes: 40 * MB,
  maxSilence: 20 * SECOND,
  maxDuration: 120 * SECOND,
};

/** The web archive asks for more room than a publisher: a page there is found anew for each request. */
export const ARCHIVE_MANNERS: FetchManners = { ...MANNERS, pause: 4 * SECOND };
