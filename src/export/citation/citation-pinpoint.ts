import { type Pinpoint, sectionLabel } from '../../domain/citation.ts';

/** How a style writes the parts of a pinpoint. */
export interface PinpointForm {
  section(label: string): string;
  heading(heading: string): string;
  passage(number: number): string;
}

/** "sec. 6", "“Women”", "para. 2": the parts, widest first. */
export function listPinpointParts(pinpoint: Pinpoint | null, form: PinpointForm): readonly string[] {
  if (pinpoint === null) return [];
  const label = sectionLabel(pinpoint);
  const parts = [
    ...(label === null ? [] : [form.section(label)]),
    ...pinpoint.headings.map((heading) => form.heading(heading)),
  ];
  const last = parts.pop();
  return [
    ...parts,
    ...(last === undefined ? [] : [last + describeRepeat(pinpoint.repeat)]),
    ...(pinpoint.passage === null ? [] : [form.passage(pinpoint.passage)]),
  ];
}

export function inDoubleQuotes(heading: string): string {
  return `“${heading.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

export function inSingleQuotes(heading: string): string {
  return `‘${heading}’`;
}

/** "sec. 6, “Women”, para. 2": the plain form, for records whose programs know no pinpoints. */
export function describePlainPinpoint(pinpoint: Pinpoint | null): string | null {
  const parts = listPinpointParts(pinpoint, {
    section: (label) => `sec. ${label}`,
    heading: (heading) => heading,
    passage: (number) => `para. ${number}`,
  });
  return parts.length === 0 ? null : parts.join(', ');
}

/** Some reports print a label or a heading twice. */
function describeRepeat(repeat: number | null): string {
  if (repeat === null) return '';
  const ordinal = ['second', 'third', 'fourth'][repeat - 2];
  return ordinal === undefined ? ` [occurrence ${repeat}]` : ` [${ordinal} occurrence]`;
}
