import type { PacketIssue, PacketRequest } from '../domain/packet.ts';
import { PACKET_FILE_FORMAT, PACKET_FILE_VERSION, parsePacketFile } from '../domain/packet-file.ts';
import { formatPacketList, parsePacketList } from '../domain/packet-list.ts';
import { Problem } from '../domain/problem.ts';
import type { FieldProblem } from './components/error-summary.tsx';

/** The fields of the packet's form, as typed. */
export const PACKET_FIELDS = [
  'list',
  'title',
  'form',
  'body',
  'paper',
  'prefix',
  'start',
  'limit',
  'megabytes',
] as const;
export type PacketField = (typeof PACKET_FIELDS)[number];
export type PacketTyped = Readonly<Record<PacketField, string>>;

/** A page shows what was chosen; many more belong to the command line, which nobody else waits for. */
export const MOST_WEB_PINS = 500;

export function readTyped(fields: URLSearchParams): PacketTyped {
  const read = (name: PacketField): string => fields.get(name) ?? '';
  return {
    list: read('list').replace(/\r\n?/g, '\n'),
    title: read('title'),
    form: read('form'),
    body: read('body'),
    paper: read('paper'),
    prefix: read('prefix'),
    start: read('start'),
    limit: read('limit'),
    megabytes: read('megabytes'),
  };
}

/** A packet as the form shows it. */
export function typePacket(request: PacketRequest): PacketTyped {
  const { title, form, body, paper, numbering, pageLimit, mostBytes, issues } = request;
  return {
    list: formatPacketList(issues),
    title,
    form,
    body,
    paper,
    prefix: numbering.prefix ?? '',
    start: String(numbering.start),
    limit: pageLimit === null ? '' : String(pageLimit),
    megabytes: String(mostBytes / 1_000_000),
  };
}

/** What was asked for, or every problem with it, each with its field. */
export function readPacketRequest(
  typed: PacketTyped,
): { readonly request: PacketRequest } | { readonly problems: readonly FieldProblem[] } {
  const list = collect(() => parsePacketList(typed.list).filter(({ pins }) => pins.length > 0));
  const issues = 'made' in list ? list.made : [];
  const pins = issues.reduce((sum, issue) => sum + issue.pins.length, 0);
  const file = collect(() => parsePacketFile(JSON.stringify(toFile(typed, issues))));
  const problems = [
    ...('made' in list ? [] : list.problems),
    // A list that cannot be read was none only because of that.
    ...('made' in file ? [] : file.problems.filter(({ field }) => field !== 'list' || 'made' in list)),
    ...(pins > MOST_WEB_PINS ? [tooMany(pins)] : []),
  ];
  return 'made' in file && problems.length === 0 ? { request: file.made } : { problems };
}

function collect<T>(make: () => T): { readonly made: T } | { readonly problems: readonly FieldProblem[] } {
  try {
    return { made: make() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problems: error.details.map(toFieldProblem) };
  }
}

function toFile(typed: PacketTyped, issues: readonly PacketIssue[]) {
  const { title, form, body, paper, prefix, start, limit, megabytes } = typed;
  return {
    format: PACKET_FILE_FORMAT,
    version: PACKET_FILE_VERSION,
    title: orNull(title),
    form: orNull(form),
    body: orNull(body),
    paper: orNull(paper),
    numbering: { prefix: orNull(prefix), start: toNumber(start) },
    pageLimit: toNumber(limit),
    mostBytes: toNumber(megabytes, 1_000_000),
    issues,
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** What is no number is handed on, for the message to show it. */
function toNumber(text: string, unit = 1): number | string | null {
  if (text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? (unit === 1 ? number : Math.round(number * unit)) : text;
}

/** The file's words for a field, and the form's. */
const FIELD_OF: readonly (readonly [RegExp, PacketField])[] = [
  [/^numbering\.prefix: /, 'prefix'],
  [/^numbering\.start: /, 'start'],
  [/^pageLimit: /, 'limit'],
  [/^mostBytes: /, 'megabytes'],
  [/^title: /, 'title'],
  [/^form: /, 'form'],
  [/^body: /, 'body'],
  [/^paper: /, 'paper'],
  [/^issues: /, 'list'],
];

function toFieldProblem(detail: string): FieldProblem {
  for (const [pattern, field] of FIELD_OF) {
    if (pattern.test(detail))
      return { field, message: `${FIELD_NAMES[field]}: ${detail.replace(pattern, '')}` };
  }
  return { field: 'list', message: detail };
}

export const FIELD_NAMES: PacketTyped = {
  list: 'Passages',
  title: 'Title',
  form: 'Form',
  body: 'What stands in it',
  paper: 'Paper',
  prefix: 'Prefix of the page numbers',
  start: 'First number',
  limit: 'Pages at most',
  megabytes: 'Megabytes a file at most',
};

function tooMany(pins: number): FieldProblem {
  return {
    field: 'list',
    message: `Passages: ${pins} are more than the ${MOST_WEB_PINS} a page makes a packet of; save the packet file and run variorum packet on your own machine, which takes 2,000.`,
  };
}
