import type { Area } from './area.ts';
import type { Edition } from './edition.ts';
import type { LibraryStamp } from './library-stamp.ts';
import type { Paper } from './paper.ts';
import type { Passage } from './passage.ts';
import type { ExcerptSection } from './publication.ts';
import type { ReportHead, VersionId } from './report.ts';

/** An exhibit for a court of the United States, or a country schedule for the First-tier Tribunal (IAC). */
export const PACKET_FORMS = ['us', 'uk'] as const;
export type PacketForm = (typeof PACKET_FORMS)[number];

/** Whole sections around what was chosen, or what was chosen alone. */
export const PACKET_BODIES = ['sections', 'excerpts'] as const;
export type PacketBody = (typeof PACKET_BODIES)[number];

/** A passage somebody chose. */
export interface PacketPin {
  /** `2021/mli#1.c:4`; a version may stand in it. */
  readonly address: string;
  /** The passage's digest when it was chosen, or null if that is not known. */
  readonly digest: string | null;
  readonly note: string | null;
}

/** What is in dispute, and what was chosen on it. */
export interface PacketIssue {
  readonly title: string;
  readonly pins: readonly PacketPin[];
}

/**
 * What a packet is to hold. Nothing of the case is in it: names and numbers of the caption are blanks in the file
 * that is made, to be filled on the reader's own machine.
 */
export interface PacketRequest {
  readonly title: string;
  readonly form: PacketForm;
  readonly body: PacketBody;
  readonly paper: Paper;
  /** Consecutive numbers on the pages: `SMITH-000001`, or plain ones without a prefix. */
  readonly numbering: { readonly prefix: string | null; readonly start: number };
  /** Pages at most, counted against and never enforced; null: any number. */
  readonly pageLimit: number | null;
  /** A file larger than this is split. */
  readonly mostBytes: number;
  readonly issues: readonly PacketIssue[];
}

/** Electronic filing takes files of under 25 MB. */
export const MOST_PACKET_BYTES = 25_000_000;

/** Practice Direction of 1 November 2024 (First-tier Tribunal, IAC), 10.6. */
export const UK_PAGE_LIMIT = 12;

/** A pin with the passage it was found to name. */
export interface PinnedPassage {
  /** From 1 over the whole packet. */
  readonly number: number;
  readonly pin: PacketPin;
  /** From 1: the issue it belongs to. */
  readonly issue: number;
  /** The tab it stands under, from 0. */
  readonly tab: number;
  readonly passage: Passage;
  /** "§ 1.c, Torture, para. 2" */
  readonly sectionName: string;
  /** With the version where the newest one would not show this text. */
  readonly address: string;
  /** Where this is not simply the newest version's text: which it is, and why, as a sentence. */
  readonly remark: string | null;
}

/** Passages of a report on one topic that were not chosen. */
export interface UnchosenPassages {
  readonly topic: string;
  readonly passages: readonly Passage[];
}

/** One report, one version of it, in a packet. */
export interface PacketTab {
  /** A, B, …, Z, AA */
  readonly letter: string;
  readonly report: ReportHead;
  readonly edition: Edition;
  readonly area: Area;
  /** Stands in addresses if it is not the newest. */
  readonly version: VersionId | null;
  readonly sections: readonly ExcerptSection[];
  /** Of the topics that were chosen from. */
  readonly unchosen: readonly UnchosenPassages[];
  /** The same sections as a custom report: `years=2021&sections=1.c&areas=mli`. */
  readonly query: string;
}

/** A resolved packet, ready to be set: a plain value. */
export interface Packet {
  readonly request: PacketRequest;
  readonly library: LibraryStamp;
  readonly tabs: readonly PacketTab[];
  readonly issues: readonly { readonly title: string; readonly pins: readonly PinnedPassage[] }[];
}

/** 0 → A, 25 → Z, 26 → AA */
export function tabLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : tabLetter(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

/** `SMITH-000012`, or `12` */
export function formatPageNumber(number: number, { prefix }: PacketRequest['numbering']): string {
  return prefix === null ? String(number) : `${prefix}-${String(number).padStart(6, '0')}`;
}

/** `exhibit.pdf` → `exhibit_Part2.pdf`; what is not split keeps its name. */
export function partName(name: string, part: number, parts: number): string {
  if (parts === 1) return name;
  const dot = /\.[a-z0-9]+$/i.exec(name)?.index ?? name.length;
  return `${name.slice(0, dot)}_Part${part}${name.slice(dot)}`;
}

/** What is usual in a form, where nobody says otherwise. */
export const FORM_DEFAULTS: Readonly<
  Record<PacketForm, Pick<PacketRequest, 'body' | 'paper' | 'pageLimit'>>
> = {
  us: { body: 'sections', paper: 'letter', pageLimit: null },
  uk: { body: 'excerpts', paper: 'a4', pageLimit: UK_PAGE_LIMIT },
};

/** The same packet in another form, with what is usual there. */
export function changeForm(request: PacketRequest, form: PacketForm): PacketRequest {
  return form === request.form ? request : { ...request, form, ...FORM_DEFAULTS[form] };
}
