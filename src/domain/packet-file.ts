import { parseAddress } from './address.ts';
import {
  FORM_DEFAULTS,
  MOST_PACKET_BYTES,
  PACKET_BODIES,
  PACKET_FORMS,
  type PacketIssue,
  type PacketPin,
  type PacketRequest,
} from './packet.ts';
import { PAPERS } from './paper.ts';
import { Problem } from './problem.ts';

/** What a packet file says of itself; docs/guide/exhibits.md shows one. */
export const PACKET_FILE_FORMAT = 'variorum-packet';
export const PACKET_FILE_VERSION = 1;

/** More would be no packet anybody reads. */
const MOST_PINS = 2_000;
const MOST_TITLE = 200;
const MOST_NOTE = 4_000;

/**
 * Reads a packet file.
 * @throws Problem invalid-input, naming every single thing that is wrong
 */
export function parsePacketFile(text: string): PacketRequest {
  const reader = new PacketReader();
  const request = reader.read(parseJson(text));
  if (reader.problems.length > 0) {
    throw new Problem('invalid-input', 'The packet file cannot be understood.', reader.problems);
  }
  return request;
}

/** The file of a packet, as it is documented. */
export function formatPacketFile({ numbering, issues, ...rest }: PacketRequest): string {
  const file = { format: PACKET_FILE_FORMAT, version: PACKET_FILE_VERSION, ...rest, numbering, issues };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Problem('invalid-input', 'The packet file is no JSON.', [
      error instanceof Error ? error.message.slice(0, 200) : String(error),
    ]);
  }
}

type Fields = Readonly<Record<string, unknown>>;

class PacketReader {
  readonly problems: string[] = [];

  read(value: unknown): PacketRequest {
    const file = this.#fields(value, 'the file', FILE_FIELDS);
    if (file['format'] !== PACKET_FILE_FORMAT)
      this.#say(`format: ${show(file['format'])} is not “${PACKET_FILE_FORMAT}”.`);
    if (file['version'] !== PACKET_FILE_VERSION)
      this.#say(`version: ${show(file['version'])} is not ${PACKET_FILE_VERSION}, the only one there is.`);
    const form = this.#choice(file['form'], 'form', PACKET_FORMS, 'us');
    const usual = FORM_DEFAULTS[form];
    const numbering = this.#fields(file['numbering'] ?? {}, 'numbering', ['prefix', 'start']);
    return {
      title: this.#text(file['title'], 'title', MOST_TITLE) ?? 'Country conditions',
      form,
      body: this.#choice(file['body'], 'body', PACKET_BODIES, usual.body),
      paper: this.#choice(file['paper'], 'paper', PAPERS, usual.paper),
      numbering: {
        prefix: this.#prefix(numbering['prefix']),
        start: this.#count(numbering['start'], 'numbering.start', 1, 1) ?? 1,
      },
      pageLimit: this.#count(file['pageLimit'], 'pageLimit', 1, usual.pageLimit),
      mostBytes: this.#count(file['mostBytes'], 'mostBytes', 1, MOST_PACKET_BYTES) ?? MOST_PACKET_BYTES,
      issues: this.#issues(file['issues']),
    };
  }

  #issues(value: unknown): PacketIssue[] {
    const issues = this.#list(value, 'issues').map((one, i) => {
      const at = `issues[${i}]`;
      const fields = this.#fields(one, at, ['title', 'pins']);
      const title = this.#text(fields['title'], `${at}.title`, MOST_TITLE);
      if (title === null) this.#say(`${at}.title: it is missing; write what is in dispute.`);
      const pins = this.#list(fields['pins'], `${at}.pins`);
      return { title: title ?? '', pins: pins.map((pin, k) => this.#pin(pin, `${at}.pins[${k}]`)) };
    });
    const pins = issues.reduce((sum, issue) => sum + issue.pins.length, 0);
    if (pins === 0) this.#say('issues: there is no pin in it; choose at least one passage.');
    if (pins > MOST_PINS) this.#say(`issues: ${pins} pins are more than the ${MOST_PINS} a packet takes.`);
    return issues;
  }

  #pin(value: unknown, at: string): PacketPin {
    const fields = this.#fields(value, at, ['address', 'digest', 'note']);
    const { address, digest = null } = fields;
    if (!isPassageAddress(address))
      this.#say(`${at}.address: ${show(address)} is not the address of a passage, such as 2021/mli#1.c:4.`);
    if (digest !== null && (typeof digest !== 'string' || !/^[0-9a-f]{16}$/.test(digest)))
      this.#say(`${at}.digest: ${show(digest)} is not 16 hexadecimal digits.`);
    return {
      address: String(address),
      digest: typeof digest === 'string' ? digest : null,
      note: this.#text(fields['note'], `${at}.note`, MOST_NOTE),
    };
  }

  /** An object with no other members: what a file of a later version means is not to be guessed. */
  #fields(value: unknown, at: string, known: readonly string[]): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#say(`${at}: ${show(value)} is no object.`);
      return {};
    }
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) {
        this.#say(`${at}: “${name.slice(0, 60)}” is not known; it has ${known.join(', ')}.`);
      }
    }
    return value as Fields;
  }

  #list(value: unknown, at: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.#say(`${at}: ${show(value)} is no list.`);
    return [];
  }

  #choice<T extends string>(value: unknown, at: string, known: readonly T[], usual: T): T {
    const found = known.find((one) => one === value);
    if (found === undefined && value !== undefined && value !== null)
      this.#say(`${at}: ${show(value)} is not known; write ${known.join(' or ')}.`);
    return found ?? usual;
  }

  #text(value: unknown, at: string, most: number): string | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') {
      this.#say(`${at}: ${show(value)} is no text.`);
      return null;
    }
    if (value.length > most) this.#say(`${at}: it has ${value.length} characters, ${most} at most.`);
    // What turns the direction of writing round would turn page numbers behind it round, too.
    const clean = value.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').trim();
    return clean === '' ? null : clean;
  }

  #prefix(value: unknown): string | null {
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'string' && /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,19}$/.test(value)) return value;
    this.#say(`numbering.prefix: ${show(value)} is not up to 20 letters, digits, blanks, points or hyphens.`);
    return null;
  }

  #count<T extends number | null>(value: unknown, at: string, least: number, usual: T): number | T {
    if (value === undefined || value === null) return usual;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value < 1e9)
      return value;
    this.#say(`${at}: ${show(value)} is no whole number from ${least}.`);
    return usual;
  }

  #say(problem: string): void {
    this.problems.push(problem);
  }
}

const FILE_FIELDS = [
  'format',
  'version',
  'title',
  'form',
  'body',
  'paper',
  'numbering',
  'pageLimit',
  'mostBytes',
  'issues',
];

function isPassageAddress(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    return parseAddress(value).passage !== null;
  } catch {
    return false;
  }
}

function show(value: unknown): string {
  if (value === undefined) return 'what is missing';
  const text = typeof value === 'string' ? `“${value}”` : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
