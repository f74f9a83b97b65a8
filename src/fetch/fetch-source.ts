import { Problem } from '../domain/problem.ts';

/** Where reports are fetched from. */
export type FetchSource =
  | { readonly kind: 'official' }
  | { readonly kind: 'wayback' }
  /** An address with `{year}` and `{slug}` in it; `{area}` stands for the area's code. */
  | { readonly kind: 'pattern'; readonly pattern: string };

/** The publisher's host today. */
export const CURRENT_HOST = 'www.state.gov';

/** The hosts to which the publisher moves what is older, and the editions kept there under the same paths. */
export const ARCHIVE_HOSTS: readonly { readonly host: string; readonly from: number; readonly to: number }[] =
  [
    { host: '2021-2025.state.gov', from: 2016, to: 2023 },
    { host: '2017-2021.state.gov', from: 2016, to: 2019 },
  ];

export const WAYBACK_HOST = 'web.archive.org';

/**
 * @param typed `official`, `wayback` or an address pattern
 * @throws Problem invalid-input, with everything that is wrong with a pattern
 */
export function parseFetchSource(typed: string): FetchSource {
  const text = typed.trim();
  if (text === '' || text.toLowerCase() === 'official') return { kind: 'official' };
  if (text.toLowerCase() === 'wayback') return { kind: 'wayback' };
  const problems = findPatternProblems(text);
  if (problems.length > 0) throw new Problem('invalid-input', 'The source cannot be used.', problems);
  return { kind: 'pattern', pattern: text };
}

/** The only hosts that are asked, also after a redirect. */
export function allowedHosts(source: FetchSource): ReadonlySet<string> {
  switch (source.kind) {
    case 'official':
      return new Set([CURRENT_HOST, ...ARCHIVE_HOSTS.map(({ host }) => host)]);
    case 'wayback':
      return new Set([WAYBACK_HOST]);
    case 'pattern':
      return new Set([new URL(fillPattern(source.pattern, { year: 2000, slug: 'x', area: 'xxx' })).host]);
  }
}

/** The address of one report by a pattern. */
export function fillPattern(
  pattern: string,
  { year, slug, area }: { readonly year: number; readonly slug: string; readonly area: string },
): string {
  return pattern
    .replaceAll('{year}', String(year))
    .replaceAll('{slug}', encodeURIComponent(slug))
    .replaceAll('{area}', area);
}

/** Why an address may not be asked, or null. The same rules hold for what was typed and for every redirect. */
export function findForbidden(url: URL, source: FetchSource): string | null {
  if (url.username !== '' || url.password !== '') return 'it holds a name or a password';
  const secure = url.protocol === 'https:';
  if (!secure && (source.kind !== 'pattern' || url.protocol !== 'http:')) return 'it is not https';
  if (!allowedHosts(source).has(url.host))
    return `the host ${url.host.slice(0, 80)} is none of those allowed`;
  return null;
}

function findPatternProblems(text: string): string[] {
  const shown = text.replace(/\/\/[^/]*@/u, '//…@').slice(0, 120);
  const filled = fillPattern(text, { year: 2000, slug: 'x', area: 'xxx' });
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(filled)) {
    return [
      `from: “${shown}” is neither official nor wayback nor an address pattern such as https://mirror.example.org/{year}/{slug}.html.`,
    ];
  }
  const url = new URL(filled);
  const other = new URL(fillPattern(text, { year: 2001, slug: 'y', area: 'yyy' }));
  const problems: string[] = [];
  if (url.username !== '' || url.password !== '')
    problems.push(`from: “${shown}” holds a name or a password; those are never sent.`);
  if (!text.includes('{year}')) problems.push(`from: “${shown}” does not say where the year goes: {year}.`);
  if (!text.includes('{slug}') && !text.includes('{area}'))
    problems.push(`from: “${shown}” does not say where the area goes: {slug}, or {area} for its code.`);
  if (url.host !== other.host) problems.push(`from: “${shown}” has a place to be filled in its host.`);
  return problems;
}
