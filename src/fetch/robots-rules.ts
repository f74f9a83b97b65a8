import robotsParser from 'robots-parser';
import { PRODUCT } from './user-agent.ts';

// A CommonJS module whose types are written for another: what is imported is the function itself.
const parse = robotsParser as unknown as typeof robotsParser.default;

/** What a host lets this program do. */
export interface RobotsRules {
  isAllowed(url: URL): boolean;
  /** In milliseconds; null where none is asked for. */
  readonly pause: number | null;
}

/** RFC 9309, 2.3.1.3: where there is no robots.txt, everything is allowed. */
export const NO_RULES: RobotsRules = { isAllowed: () => true, pause: null };

/** How much of a robots.txt is read: RFC 9309, 2.5, asks for at least 500 KiB. */
export const MAX_ROBOTS_BYTES = 512 * 1024;

/** @param text what stands in the robots.txt at `address` */
export function readRobotsRules(address: string, text: string): RobotsRules {
  const robots = parse(address, text);
  const seconds = robots.getCrawlDelay(PRODUCT);
  return {
    isAllowed: (url) => robots.isAllowed(url.href, PRODUCT) !== false,
    pause: seconds === undefined || !(seconds >= 0) ? null : seconds * 1000,
  };
}
