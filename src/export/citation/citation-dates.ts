const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** As the Bluebook (table T12) and MLA 9 (appendix 1) shorten them. */
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** A whole date, taken apart. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** @param date `YYYY-MM-DD` @returns null for null and for what is no whole date */
export function readDay(date: string | null): DayParts | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '') ?? [];
  if (year === undefined || MONTHS[Number(month) - 1] === undefined) return null;
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** "12 April 2022" */
export function dayMonthYear({ year, month, day }: DayParts): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "12 Apr. 2022" */
export function dayShortMonthYear({ year, month, day }: DayParts): string {
  return `${day} ${SHORT_MONTHS[month - 1]} ${year}`;
}

/** "April 12, 2022" */
export function monthDayYear({ year, month, day }: DayParts): string {
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** "Apr. 12, 2022" */
export function shortMonthDayYear({ year, month, day }: DayParts): string {
  return `${SHORT_MONTHS[month - 1]} ${day}, ${year}`;
}

/** "2022, April 12" */
export function yearMonthDay({ year, month, day }: DayParts): string {
  return `${year}, ${MONTHS[month - 1]} ${day}`;
}
